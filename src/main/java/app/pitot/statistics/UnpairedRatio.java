package app.pitot.statistics;

import java.util.Arrays;

/**
 * How many times as large the values of one sample are as those of another that shares no rounds with it. The ratio is the
 * median of all quotients of one of each (Hodges and Lehmann); its interval is what the rank sum test does not refute. So
 * neither assumes a shape of the distribution, but only that each sample is drawn evenly, and that the two differ by a factor.
 *
 * @param ratio above 0
 * @param interval null if the samples are too small for it: four values each give one of 95 %
 */
public record UnpairedRatio(double ratio, Interval interval) {
    /** Up to so many values in both together the chances are counted out; beyond, normal ones hardly differ. */
    private static final int MOST_COUNTED = 100;

    /**
     * @param above all above 0 and finite
     * @param below likewise
     * @param error above 0 and below 1, such as 0.05
     * @return null if one of them is empty
     */
    public static UnpairedRatio of(double[] above, double[] below, double error) {
        if (above.length == 0 || below.length == 0) {
            return null;
        }
        var quotients = new double[above.length * below.length];
        var next = 0;
        for (var a : above) {
            for (var b : below) {
                quotients[next++] = Math.log(a) - Math.log(b);
            }
        }
        Arrays.sort(quotients);
        var rank = rank(above.length, below.length, error);
        return new UnpairedRatio(Math.exp(Quantiles.ofSorted(quotients, 0.5)), rank == 0
                ? null
                : new Interval(Math.exp(quotients[rank - 1]), Math.exp(quotients[quotients.length - rank]),
                        1 - error));
    }

    /** From either end, counted from 1; 0 if even the farthest quotients hold the truth less often than wanted. */
    static int rank(int m, int n, double error) {
        if (m + n > MOST_COUNTED) {
            var mean = m * (double) n / 2;
            var deviation = Math.sqrt(mean * (m + n + 1) / 6);
            var rank = (int) mean;
            while (rank > 0 && Normal.below((rank - 0.5 - mean) / deviation) > error / 2) {
                rank--;
            }
            return rank;
        }
        var ways = ways(m, n);
        var all = Arrays.stream(ways).sum();
        var rank = 0;
        for (var below = ways[0]; below <= all * error / 2; below += ways[rank]) {
            rank++;
        }
        return rank;
    }

    /** In how many orders of m and n values so many pairs stand the wrong way round: the Gaussian binomial coefficient. */
    private static double[] ways(int m, int n) {
        var ways = new double[m * n + 1];
        ways[0] = 1;
        for (var i = 1; i <= m; i++) {
            for (var u = ways.length - 1; u >= n + i; u--) {
                ways[u] -= ways[u - n - i];
            }
            for (var u = i; u < ways.length; u++) {
                ways[u] += ways[u - i];
            }
        }
        return ways;
    }
}
