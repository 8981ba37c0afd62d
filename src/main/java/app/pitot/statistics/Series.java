package app.pitot.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What can be seen in values that follow each other in time. */
public final class Series {
    private Series() {}

    /**
     * Spearman's rank correlation of the values with their places: 1 if they only rise, −1 if they only fall. Equal values
     * share their ranks. 0 below two values, or if all are equal.
     */
    public static double drift(double[] values) {
        return correlation(IntStream.range(0, values.length).asDoubleStream().toArray(), ranks(values));
    }

    /**
     * Chance of a {@link #drift} as strong, either way, where there is none; by Student's approximation. 1 below four values.
     *
     * @param n how many values
     */
    public static double driftByChance(double drift, int n) {
        if (n < 4) {
            return 1;
        }
        var rest = 1 - drift * drift;
        return rest <= 0 ? 0 : StudentT.outside(drift * Math.sqrt((n - 2) / rest), n - 2);
    }

    /** How alike each value is to the next: lag-1 autocorrelation, −1 to 1. 0 below three values, or if all are equal. */
    public static double alikeness(double[] values) {
        if (values.length < 3) {
            return 0;
        }
        var mean = Arrays.stream(values).average().orElseThrow();
        var products = 0.0;
        var squares = 0.0;
        for (var i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return squares > 0 ? products / squares : 0;
    }

    /** From 1; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
        var order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        var ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from + 1; to < order.length && values[order[to]] == values[order[from]]; to++) {
                // As far as they are equal.
            }
            for (var i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    /** Pearson's; 0 below two values, or if all of one side are equal. */
    static double correlation(double[] x, double[] y) {
        if (x.length < 2) {
            return 0;
        }
        var meanX = Arrays.stream(x).average().orElseThrow();
        var meanY = Arrays.stream(y).average().orElseThrow();
        var xy = 0.0;
        var xx = 0.0;
        var yy = 0.0;
        for (var i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? Math.clamp(xy / Math.sqrt(xx * yy), -1, 1) : 0;
    }
}
