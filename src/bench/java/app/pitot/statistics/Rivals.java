package app.pitot.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Other 95 % intervals of the mean of log ratios, to compare ours with. */
public final class Rivals {
    public static final String[] NAMES = {"percentile", "widened percentile", "BCa", "bootstrap t", "Student", "Hall",
        "**ours**"};
    private static final double ERROR = 0.05;
    private static final int RESAMPLES = 2_000;

    private Rivals() {}

    /**
     * Low and high of each, in logarithms.
     *
     * @param a by round
     * @param b by round
     */
    public static double[][] of(double[] a, double[] b, long seed) {
        var d = new double[a.length];
        for (var i = 0; i < d.length; i++) {
            d[i] = Math.log(a[i] / b[i]);
        }
        var k = d.length;
        var mean = Arrays.stream(d).average().orElseThrow();
        var error = Moments.spread(d) / Math.sqrt(k - 1.0);
        var t = StudentT.quantile(ERROR, k - 1);
        var wide = t * Math.sqrt(k / (k - 1.0));
        var means = new double[RESAMPLES];
        var students = new double[RESAMPLES];
        resample(d, mean, means, students, seed);
        var below = Arrays.stream(means).filter(m -> m < mean).count() + 0.5;
        var bias = Normal.quantile(below / (RESAMPLES + 1));
        var skewness = Moments.skewness(d);
        var ours = new PairedRatios(new double[][]{a, b}, seed);
        var interval = ours.of(0, 1, ours.common(0, 1)).interval(ERROR);
        return new double[][]{{at(means, -1.96), at(means, 1.96)}, {at(means, -wide), at(means, wide)},
            {at(means, shifted(-wide, bias, skewness, k)), at(means, shifted(wide, bias, skewness, k))},
            {mean - error * at(students, 1.96), mean - error * at(students, -1.96)},
            {mean - t * error, mean + t * error},
            {mean - error * hall(t, skewness, k), mean - error * hall(-t, skewness, k)},
            {Math.log(interval.low()), Math.log(interval.high())}};
    }

    private static void resample(double[] d, double mean, double[] means, double[] students, long seed) {
        var random = new SplittableRandom(seed);
        var k = d.length;
        for (var i = 0; i < RESAMPLES; i++) {
            var sum = 0.0;
            var squares = 0.0;
            for (var j = 0; j < k; j++) {
                var value = d[random.nextInt(k)] - mean;
                sum += value;
                squares += value * value;
            }
            means[i] = mean + sum / k;
            var variance = Math.max(0, squares / k - sum / k * (sum / k));
            students[i] = variance > 0 ? sum / k / Math.sqrt(variance / (k - 1)) : 0;
        }
        Arrays.sort(means);
        Arrays.sort(students);
    }

    private static double at(double[] sorted, double z) {
        return Quantiles.ofSorted(sorted, Normal.below(z));
    }

    private static double shifted(double z, double bias, double skewness, int k) {
        var acceleration = skewness / (6 * Math.sqrt(k));
        return bias + (bias + z) / Math.max(0.05, 1 - acceleration * (bias + z));
    }

    private static double hall(double t, double skewness, int k) {
        var a = skewness / (3 * Math.sqrt(k));
        return Math.abs(a) < 1e-9 ? t : (Math.cbrt(1 + 3 * a * (t - a / 2)) - 1) / a;
    }
}
