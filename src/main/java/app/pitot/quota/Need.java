package app.pitot.quota;

import app.pitot.provider.Metric;

/**
 * What a request needs at most.
 *
 * @param costMicros millionths of a dollar; null if nobody knows the price
 */
public record Need(long tokens, Long costMicros) {
    /** Null if unknown. */
    Long of(Metric metric) {
        return switch (metric) {
            case REQUESTS -> (Long) 1L;
            case TOKENS, UNCACHED_TOKENS -> (Long) tokens;
            case USD -> costMicros;
        };
    }
}
