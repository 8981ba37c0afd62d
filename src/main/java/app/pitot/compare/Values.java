package app.pitot.compare;

import app.pitot.speed.SpeedFlag;
import app.pitot.speed.TokenBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What the samples of a comparison are worth for one measure: a table of lanes and rounds. */
final class Values {
    /** Less of the prompt than this may come from a cache in any reply: the frame that the provider puts around it. */
    private static final double CACHED_SHARE = 0.1;

    private final Measure measure;
    private final List<List<Sample>> byLane = new ArrayList<>();
    private final double[][] table;
    private final BitSet[] cached;
    private final boolean[] estimated;

    Values(Comparison comparison, Measure measure) {
        this.measure = measure;
        var lanes = comparison.lanes().size();
        var rounds = 0;
        for (var lane = 0; lane < lanes; lane++) {
            byLane.add(counted(comparison.samples(), lane));
            rounds = Math.max(rounds, byLane.get(lane).isEmpty() ? 0 : byLane.get(lane).getLast().round());
        }
        table = new double[lanes][rounds];
        cached = new BitSet[lanes];
        estimated = new boolean[lanes];
        for (var lane = 0; lane < lanes; lane++) {
            fill(lane);
        }
    }

    int lanes() {
        return byLane.size();
    }

    /** Of a lane, in the order of rounds, one for each at most: warm-up left out, failures included. */
    List<Sample> samples(int lane) {
        return byLane.get(lane);
    }

    /** By lane, then by round less one; NaN where there is none. */
    double[][] table() {
        return table;
    }

    /** Of a lane, in the order of rounds. */
    double[] of(int lane) {
        return Arrays.stream(table[lane]).filter(v -> !Double.isNaN(v)).toArray();
    }

    /** True if the values of a lane rest on guessed token counts. */
    boolean estimated(int lane) {
        return estimated[lane];
    }

    /**
     * Takes out the rounds in which one of two lanes had its prompt from a cache and the other had not: a wait spared by a cache
     * says nothing of who is faster.
     */
    void onlyAmongEquals(int a, int b, BitSet rounds) {
        if (waits(measure)) {
            var unequal = (BitSet) cached[a].clone();
            unequal.xor(cached[b]);
            rounds.andNot(unequal);
        }
    }

    /** True if the wait for the first token is part of it. */
    static boolean waits(Measure measure) {
        return measure != Measure.OUTPUT_SPEED && measure != Measure.TEXT_SPEED;
    }

    /** True if a noteworthy part of the prompt came from a cache. */
    static boolean cached(Sample sample) {
        var usage = sample.usage();
        if (usage == null || usage.cachedTokens() == null || usage.cachedTokens() <= 0) {
            return false;
        }
        return usage.promptTokens() == null || usage.cachedTokens() >= CACHED_SHARE * usage.promptTokens();
    }

    private static List<Sample> counted(List<Sample> samples, int lane) {
        var sorted = samples.stream().filter(s -> s.lane() == lane && s.round() > 0 && !s.again())
                .sorted(Comparator.comparingInt(Sample::round).thenComparing(Sample::startedAt)
                        .thenComparing(Sample::exchangeId, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        var single = new ArrayList<Sample>();
        for (var sample : sorted) {
            if (single.isEmpty() || single.getLast().round() != sample.round()) {
                single.add(sample);
            }
        }
        return single;
    }

    private void fill(int lane) {
        Arrays.fill(table[lane], Double.NaN);
        cached[lane] = new BitSet();
        var whole = byLane.get(lane).stream().filter(s -> s.counts() && value(s) != null).toList();
        var reported = whole.stream().anyMatch(s -> s.speed().basis() == TokenBasis.USAGE);
        for (var sample : whole) {
            if (countsTokens() && reported && sample.speed().basis() != TokenBasis.USAGE) {
                continue;
            }
            table[lane][sample.round() - 1] = value(sample);
            cached[lane].set(sample.round() - 1, cached(sample));
        }
        estimated[lane] = countsTokens() && !reported && !whole.isEmpty();
    }

    /** The number of tokens leaves the speed of the text again: an estimate does no harm there. */
    private boolean countsTokens() {
        return measure == Measure.OUTPUT_SPEED || measure == Measure.END_TO_END_SPEED;
    }

    /** Null if unknown. Of a reply that was held back on its way only the end can be timed. */
    private Double value(Sample sample) {
        var begins = measure == Measure.TTFT || measure == Measure.FIRST_ANSWER;
        if (begins && sample.speed().flags().contains(SpeedFlag.BUFFERED)) {
            return null;
        }
        var value = measure.of(sample);
        return value == null || value == Double.POSITIVE_INFINITY ? null : value;
    }
}
