package app.pitot.compare;

import app.pitot.api.ChatParameters;

/**
 * Who was asked in a lane, as it was then: outlives the account.
 *
 * @param accountName as the user called it
 * @param provider as shown
 * @param providerId stable
 * @param baseUrl the endpoint
 * @param parameters as set in the lane; never null
 */
public record LaneFacts(String accountId, String accountName, String provider, String providerId, String baseUrl,
        String modelId, ChatParameters parameters) {
    /** Of a lane that is about to run. */
    public static LaneFacts of(Lane lane) {
        var account = lane.account();
        return new LaneFacts(account.id(), account.name(), account.provider().name(), account.provider().id(),
                account.baseUrl(), lane.model().id(), lane.parameters());
    }
}
