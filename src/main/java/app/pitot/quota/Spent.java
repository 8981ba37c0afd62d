package app.pitot.quota;

import app.pitot.provider.Metric;

/**
 * What requests came to. Sums stop at the largest long.
 *
 * @param requests that the provider took; those it refused are not among them
 * @param tokens prompt and completion
 * @param costMicros millionths of a US dollar
 * @param unpriced of the requests, those whose cost nobody knows
 * @param guessed of the requests, those whose tokens the provider did not report
 */
public record Spent(long requests, long tokens, long costMicros, long unpriced, long guessed) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0, 0);

    public Spent {
        requests = Math.max(0, requests);
        tokens = Math.max(0, tokens);
        costMicros = Math.max(0, costMicros);
    }

    public Spent plus(Spent more) {
        return new Spent(sum(requests, more.requests), sum(tokens, more.tokens), sum(costMicros, more.costMicros),
                sum(unpriced, more.unpriced), sum(guessed, more.guessed));
    }

    /** @param metric requests, tokens or USD, the last in millionths */
    public long of(Metric metric) {
        return switch (metric) {
            case REQUESTS -> requests;
            case TOKENS, UNCACHED_TOKENS -> tokens;
            case USD -> costMicros;
        };
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
