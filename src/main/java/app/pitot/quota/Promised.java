package app.pitot.quota;

import app.pitot.provider.Metric;

/**
 * What requests that were refused, and wait to be sent again, are to find when they leave.
 *
 * @param tokens input and output that they set aside
 */
public record Promised(int requests, long tokens) {
    public static final Promised NOTHING = new Promised(0, 0);

    /** Of a window that counts {@code metric}; 0 for money, of which nobody knows. */
    long of(Metric metric) {
        return switch (metric) {
            case REQUESTS -> requests;
            case TOKENS, UNCACHED_TOKENS -> tokens;
            case USD -> 0;
        };
    }
}
