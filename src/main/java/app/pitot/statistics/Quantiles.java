package app.pitot.statistics;

import java.util.Arrays;

/**
 * Quantiles by linear interpolation between order statistics: of {@code n} sorted values, {@code p} lies at position
 * {@code p·(n−1)} counted from 0 (type 7 of Hyndman and Fan, what spreadsheets and NumPy do).
 */
public final class Quantiles {
    private static final double CONFIDENCE = 0.95;

    private Quantiles() {}

    /**
     * @param values in any order, all finite; left as they are
     * @param p 0 to 1
     * @return null without values
     */
    public static Double of(double[] values, double p) {
        return values.length == 0 ? null : ofSorted(sorted(values), p);
    }

    /** Null without values. */
    public static Double median(double[] values) {
        return of(values, 0.5);
    }

    /** @param sorted rising, at least one */
    static double ofSorted(double[] sorted, double p) {
        var at = Math.clamp(p, 0, 1) * (sorted.length - 1);
        var below = (int) at;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Of the median, from two of the values themselves, so that no shape of their distribution is assumed: the narrowest pair of
     * ranks as far from either end that holds it with at least 95 %. Ranks 1 and 6 of 6, 3 and 10 of 12.
     *
     * @return null below six values: five cannot bound a median
     */
    public static Interval ofMedian(double[] values) {
        var rank = medianRank(values.length);
        if (rank == 0) {
            return null;
        }
        var sorted = sorted(values);
        return new Interval(sorted[rank - 1], sorted[values.length - rank], CONFIDENCE);
    }

    /** The lower of the two ranks, from 1; 0 if there is none. */
    static int medianRank(int n) {
        // Chances of so many of n values below the median: in logarithms, as 2⁻³⁰⁰ is small but n may be larger.
        var outside = 0.0;
        var logChance = -n * Math.log(2);
        var rank = 0;
        while (true) {
            outside += Math.exp(logChance);
            if (2 * outside > 1 - CONFIDENCE || rank >= n / 2) {
                return rank;
            }
            rank++;
            logChance += Math.log((double) (n - rank + 1) / rank);
        }
    }

    private static double[] sorted(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
