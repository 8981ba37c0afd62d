package app.pitot.statistics;

import java.util.Arrays;

/** Spread and shape of values. */
final class Moments {
    private Moments() {}

    /** Root of the mean square distance from the mean. */
    static double spread(double[] values) {
        return Math.sqrt(central(values, 2));
    }

    /** Third moment over the cube of the spread; 0 if all are equal. */
    static double skewness(double[] values) {
        var spread = spread(values);
        return spread > 0 ? central(values, 3) / (spread * spread * spread) : 0;
    }

    private static double central(double[] values, int power) {
        var mean = Arrays.stream(values).average().orElseThrow();
        var sum = 0.0;
        for (var value : values) {
            var distance = value - mean;
            sum += power == 2 ? distance * distance : distance * distance * distance;
        }
        return sum / values.length;
    }
}
