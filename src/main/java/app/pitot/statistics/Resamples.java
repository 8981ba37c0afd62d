package app.pitot.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Means of many bootstrap resamples of several series that are resampled together: what happened in one round stays together.
 * The draws depend on the seed, the number of rounds and the length of blocks alone, so that a series more changes nothing for
 * the others.
 */
final class Resamples {
    static final int COUNT = 10_000;

    private Resamples() {}

    /**
     * @param series all equally long, at least one value each
     * @param block so many rounds that follow each other are drawn together, round the end to the beginning; 1 for single rounds
     * @return for each series, in the order of resamples
     */
    static double[][] means(double[][] series, int block, long seed) {
        var rounds = series[0].length;
        var byRound = new double[rounds][series.length];
        for (var s = 0; s < series.length; s++) {
            for (var r = 0; r < rounds; r++) {
                byRound[r][s] = series[s][r];
            }
        }
        var random = new SplittableRandom(seed ^ rounds * 0x9E3779B97F4A7C15L);
        var means = new double[series.length][COUNT];
        var sums = new double[series.length];
        for (var i = 0; i < COUNT; i++) {
            resample(byRound, block, random, sums);
            for (var s = 0; s < sums.length; s++) {
                means[s][i] = sums[s] / rounds;
            }
        }
        return means;
    }

    private static void resample(double[][] byRound, int block, SplittableRandom random, double[] sums) {
        var rounds = byRound.length;
        Arrays.fill(sums, 0);
        var at = 0;
        for (var drawn = 0; drawn < rounds; drawn++) {
            // The high bits of a product: as even as a remainder at these sizes, without its division.
            at = drawn % block == 0
                    ? (int) ((random.nextInt() & 0xFFFFFFFFL) * rounds >>> 32)
                    : at + 1 == rounds ? 0 : at + 1;
            var row = byRound[at];
            for (var s = 0; s < row.length; s++) {
                sums[s] += row[s];
            }
        }
    }
}
