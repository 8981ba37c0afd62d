package app.pitot.history;

import app.pitot.api.ChatParameters;

/**
 * How a conversation asks.
 *
 * @param systemPrompt never null; blank for none
 * @param parameters never null
 * @param accountId the account asked last, or null
 * @param modelId the model asked last, or null
 */
public record Setup(String systemPrompt, ChatParameters parameters, String accountId, String modelId) {
    /** Nothing is set. */
    public static final Setup NONE = new Setup("", ChatParameters.NONE, null, null);
}
