package app.pitot.compare;

import app.pitot.api.ChatParameters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who was asked in a lane, as it was then: outlives the account.
 *
 * @param accountName as the user called it, with what tells it from another one of that name
 * @param provider as shown
 * @param providerId stable
 * @param baseUrl the endpoint
 * @param parameters as set in the lane; never null
 */
public record LaneFacts(String accountId, String accountName, String provider, String providerId, String baseUrl,
        String modelId, ChatParameters parameters) {
    /** Of lanes that are about to run, by names that tell their accounts apart. */
    public static List<LaneFacts> of(List<Lane> lanes) {
        var names = LaneNames.of(lanes.stream().map(Lane::account).toList());
        return IntStream.range(0, lanes.size()).mapToObj(at -> of(lanes.get(at), names.get(at))).toList();
    }

    /** Of a lane by itself. */
    public static LaneFacts of(Lane lane) {
        return of(lane, lane.account().name());
    }

    private static LaneFacts of(Lane lane, String name) {
        var account = lane.account();
        return new LaneFacts(account.id(), name, account.provider().name(), account.provider().id(),
                account.baseUrl(), lane.model().id(), lane.parameters());
    }
}
