package app.pitot.statistics;

/** The normal distribution with mean 0 and deviation 1. */
final class Normal {
    private static final double SERIES_TO = 3;

    private Normal() {}

    /** Chance of a value not above {@code z}; right to about 14 places, in the lower tail relatively. */
    static double below(double z) {
        return z > 0 ? 1 - upper(z) : upper(-z);
    }

    /** Chance of a value above {@code z}, 0 or more. */
    private static double upper(double z) {
        var density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < SERIES_TO) {
            // The integral from 0 as a series: density · (z + z³/3 + z⁵/15 + …).
            var term = z;
            var sum = z;
            for (var n = 3; term > sum * 1e-17; n += 2) {
                term *= z * z / n;
                sum += term;
            }
            return 0.5 - density * sum;
        }
        // Laplace's continued fraction, from its far end.
        var tail = z;
        for (var n = 120; n > 0; n--) {
            tail = z + n / tail;
        }
        return density / tail;
    }

    /** @param p above 0 and below 1 */
    static double quantile(double p) {
        return Root.rising(Normal::below, p, -40, 40);
    }
}
