package app.pitot.quota;

import app.pitot.api.ChatMessage;
import java.util.List;

/**
 * Guesses prompt tokens before sending: a characters-per-token ratio learned per model from reported usage, plus a fixed
 * part per message and per request. Safe from any thread.
 */
public final class InputEstimate {
    /** Estimated prompt tokens, at least 1. */
    public long of(List<ChatMessage> messages) {
        throw new UnsupportedOperationException("quota");
    }

    /** Learns from a reported prompt size. */
    public void learn(List<ChatMessage> messages, long promptTokens) {
        throw new UnsupportedOperationException("quota");
    }
}
