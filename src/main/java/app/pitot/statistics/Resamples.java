package app.pitot.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Means of bootstrap resamples. The same rounds are drawn for all series that are equally long, so that a series more changes
 * nothing for the others. For one thread.
 */
final class Resamples {
    static final int COUNT = 10_000;

    private record Kind(int rounds, int block) {}

    private final long seed;
    /** By resample: which values are in it. */
    private final Map<Kind, char[]> drawn = new HashMap<>();

    Resamples(long seed) {
        this.seed = seed;
    }

    /**
     * Of a series, rising.
     *
     * @param values 1 to {@link Character#MAX_VALUE}
     * @param block so many values that follow each other are drawn together, round the end to the beginning; 1 for single ones
     */
    double[] means(double[] values, int block) {
        var places = drawn.computeIfAbsent(new Kind(values.length, block), this::draw);
        var means = new double[COUNT];
        for (var i = 0; i < COUNT; i++) {
            means[i] = sum(values, places, i * values.length) / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    /** Four sums at a time: a single one would wait for itself. */
    private static double sum(double[] values, char[] places, int from) {
        var to = from + values.length;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        var at = from;
        for (; at + 3 < to; at += 4) {
            a += values[places[at]];
            b += values[places[at + 1]];
            c += values[places[at + 2]];
            d += values[places[at + 3]];
        }
        for (; at < to; at++) {
            a += values[places[at]];
        }
        return a + b + (c + d);
    }

    private char[] draw(Kind kind) {
        var rounds = kind.rounds;
        var random = new SplittableRandom(seed ^ rounds * 0x9E3779B97F4A7C15L);
        var places = new char[COUNT * rounds];
        for (var i = 0; i < places.length; i++) {
            // The high bits of a product: as even as a remainder at these sizes, without its division.
            places[i] = (char) (i % rounds % kind.block == 0
                    ? (random.nextInt() & 0xFFFFFFFFL) * rounds >>> 32
                    : places[i - 1] + 1 == rounds ? 0 : places[i - 1] + 1);
        }
        return places;
    }
}
