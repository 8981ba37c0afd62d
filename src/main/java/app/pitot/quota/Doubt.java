package app.pitot.quota;

import java.util.List;

/**
 * What requests may take beyond what we hold for them, by the replies so far: prompts that are larger than estimated, and
 * answers without a cap where nothing is set aside for them. Not thread-safe; its meter sees to that.
 */
final class Doubt {
    /** Before any reply. */
    private static final double UNLEARNED_SHARE = 0.15;
    private static final double UNLEARNED_ANSWER = 1_024;
    private static final double LEAST_SHARE = 0.02;
    private static final double MOST_SHARE = 0.5;
    private static final double LEAST_TOKENS = 8;
    private static final double WEIGHT = 0.3;
    private static final double FADING = 0.98;

    private Double shortfall;
    private double longest = UNLEARNED_ANSWER;

    void learn(Flight flight, Settlement settlement) {
        var reservation = flight.reservation();
        if (settlement.kind() != Settlement.Kind.USED || reservation.inputTokens() <= 0) {
            return;
        }
        var seen = (double) settlement.promptTokens() / reservation.inputTokens() - 1;
        shortfall = shortfall == null ? seen : Double.valueOf(shortfall + WEIGHT * (seen - shortfall));
        if (open(flight)) {
            longest = Math.max(FADING * longest, settlement.completionTokens());
        }
    }

    /** @param input of a request that is to leave now @param active requests in flight */
    double of(long input, List<Flight> active) {
        var share = shortfall == null ? UNLEARNED_SHARE : Math.clamp(shortfall, LEAST_SHARE, MOST_SHARE);
        var doubt = LEAST_TOKENS + share * input;
        for (var flight : active) {
            doubt += share * flight.reservation().inputTokens() + (open(flight) ? longest : 0);
        }
        return doubt;
    }

    private static boolean open(Flight flight) {
        return !flight.capped() && flight.reservation().outputTokens() == 0;
    }
}
