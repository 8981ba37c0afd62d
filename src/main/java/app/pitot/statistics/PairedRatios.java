package app.pitot.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Ratios of any two of several series. Pairs with the same rounds share the resamples. For one thread. */
public final class PairedRatios {
    /** From this on blocks are resampled where rounds are alike: fewer cannot tell whether they are. */
    public static final int FEWEST_FOR_BLOCKS = 20;

    private static final double ALIKE = 0.3;

    private record Draw(BitSet rounds, int block) {}

    private final double[][] logs;
    private final long seed;
    private final Map<Draw, double[][]> means = new HashMap<>();

    /**
     * @param values for each series those of all rounds, above 0 and finite; anything else where there is none
     * @param seed of the resamples: the same gives the same
     */
    public PairedRatios(double[][] values, long seed) {
        this.seed = seed;
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
        return new PairedRatio(differences, differences.length < PairedRatio.FEWEST_ROUNDS
                ? new double[0]
                : resampled(a, b, rounds, blocks ? (int) Math.ceil(Math.cbrt(differences.length)) : 1), blocks);
    }

    private double[] resampled(int a, int b, BitSet rounds, int block) {
        var drawn = means.computeIfAbsent(new Draw((BitSet) rounds.clone(), block), this::draw);
        var differences = new double[Resamples.COUNT];
        for (var i = 0; i < differences.length; i++) {
            differences[i] = drawn[a][i] - drawn[b][i];
        }
        Arrays.sort(differences);
        return differences;
    }

    /** Of all series at once: a row of values costs hardly more than one. Where values are missing it is not asked for. */
    private double[][] draw(Draw draw) {
        var some = new double[logs.length][];
        for (var s = 0; s < logs.length; s++) {
            var series = logs[s];
            some[s] = draw.rounds.stream().mapToDouble(r -> series[r]).toArray();
        }
        return Resamples.means(some, draw.block, seed);
    }
}
