package app.pitot.quota;

import app.pitot.provider.Metric;

/** How a provider sets tokens aside for an answer that does not exist yet. */
enum OutputRule {
    /** As the plan and the request's cap say. */
    AS_ESTIMATED,
    /** At most 16,384, also when no cap is set. */
    AT_MOST_16K,
    /** Nothing: it charges when the answer is there. */
    NONE;

    private static final long COMMON_CAP = 16_384;
    private static final double TOLERANCE = 0.5;
    private static final long LEAST_TOLERANCE = 64;
    private static final double TWICE = 2;
    private static final double UNSURE = 0.03;
    private static final double LEAST_UNSURE = 6;

    /** True if a reservation of {@code tokens} is what this rule gives, with some room for the prompt's estimate. */
    boolean explains(Flight flight, long tokens) {
        return Math.abs(tokens - flight.reservation().inputTokens() - output(flight)) <= room(flight);
    }

    /** By how many tokens the provider's count of a prompt is seldom above ours. */
    static double unsure(Flight flight) {
        return LEAST_UNSURE + UNSURE * flight.reservation().inputTokens();
    }

    /** By how many tokens what the provider sets aside is hardly ever above what we do. */
    static double above(Flight flight) {
        return flight.spare() == null ? room(flight) : flight.more();
    }

    /** By how many tokens what the provider sets aside is hardly ever below what we do. */
    static double below(Flight flight) {
        return flight.spare() == null ? room(flight) : flight.less();
    }

    /** By how much what the provider takes of a window may differ from what we think. */
    static double room(Flight flight, Metric metric) {
        return switch (metric) {
            case REQUESTS -> 0;
            case TOKENS, UNCACHED_TOKENS -> flight.certain() ? 0 : room(flight);
            // A price per token, about: the output may cost more than the input, and never less by much.
            case USD -> flight.reservation().costMicros() * room(flight) / Math.max(1, flight.reservation().tokens());
        };
    }

    /** By how much the provider's estimate of a prompt may differ from ours. */
    static double room(Flight flight) {
        var known = flight.spare() == null ? TOLERANCE * flight.reservation().inputTokens() : TWICE * flight.spare();
        return Math.max(LEAST_TOLERANCE, known);
    }

    private long output(Flight flight) {
        var estimated = flight.reservation().outputTokens();
        return switch (this) {
            case AS_ESTIMATED -> estimated;
            case AT_MOST_16K -> flight.capped() ? Math.min(estimated, COMMON_CAP) : COMMON_CAP;
            case NONE -> 0;
        };
    }
}
