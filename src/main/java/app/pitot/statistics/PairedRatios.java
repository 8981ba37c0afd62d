package app.pitot.statistics;

import java.util.Arrays;
import java.util.BitSet;

/** Ratios of any two of several series, all resampled alike. For one thread. */
public final class PairedRatios {
    /** From this on blocks are resampled where rounds are alike: fewer cannot tell whether they are. */
    public static final int FEWEST_FOR_BLOCKS = 20;

    private static final double ALIKE = 0.3;

    private final double[][] logs;
    private final Resamples resamples;

    /**
     * @param values for each series those of all rounds, above 0 and finite; anything else where there is none
     * @param seed of the resamples: the same gives the same
     */
    public PairedRatios(double[][] values, long seed) {
        resamples = new Resamples(seed);
        logs = new double[values.length][];
        for (var s = 0; s < values.length; s++) {
            logs[s] = Arrays.stream(values[s])
                    .map(v -> v > 0 && v < Double.POSITIVE_INFINITY ? Math.log(v) : Double.NaN)
                    .toArray();
        }
    }

    /** The rounds in which both have a value. */
    public BitSet common(int a, int b) {
        var common = new BitSet();
        for (var r = 0; r < logs[a].length; r++) {
            common.set(r, !Double.isNaN(logs[a][r] - logs[b][r]));
        }
        return common;
    }

    /**
     * Values of {@code a} over those of {@code b}.
     *
     * @param rounds some of {@link #common}
     * @return null without rounds
     */
    public PairedRatio of(int a, int b, BitSet rounds) {
        var differences = rounds.stream().mapToDouble(r -> logs[a][r] - logs[b][r]).toArray();
        if (differences.length == 0) {
            return null;
        }
        var blocks = differences.length >= FEWEST_FOR_BLOCKS && Series.alikeness(differences) > ALIKE;
        var sums = rounds.stream().mapToDouble(r -> logs[a][r] + logs[b][r]).toArray();
        return new PairedRatio(differences, sums, differences.length < PairedRatio.FEWEST_ROUNDS
                ? new double[0]
                : resamples.means(differences, blocks ? (int) Math.ceil(Math.cbrt(differences.length)) : 1), blocks);
    }
}
