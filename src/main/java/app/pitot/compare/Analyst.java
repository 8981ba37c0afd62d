package app.pitot.compare;

import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.statistics.Holm;
import app.pitot.statistics.Interval;
import app.pitot.statistics.PairedRatio;
import app.pitot.statistics.PairedRatios;
import app.pitot.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Says what a comparison shows, and what it does not. Why so: {@code src/docs/decisions/0017-statistics.md}. */
public final class Analyst {
    /** Of all verdicts of one measure together. */
    static final double ERROR = 0.05;
    /** Ratios within this are a tie. */
    static final double TIE = 1.05;
    private static final int FEWEST_FOR_QUARTILES = 4;
    /** The first at which 0.95ⁿ and 0.99ⁿ leave less than 5 % for all values to lie below the percentile. */
    private static final int FEWEST_FOR_P95 = 59;
    private static final int FEWEST_FOR_P99 = 299;
    private static final int MOST_ROUNDS_FORETOLD = 100_000;

    private Analyst() {}

    /** Takes some ten milliseconds for eight lanes and 300 rounds. The same samples, in any order, give the same. */
    public static Analysis analyse(Comparison comparison, Measure measure) {
        var values = new Values(comparison, measure);
        var lanes = IntStream.range(0, values.lanes()).mapToObj(lane -> summary(values, lane)).toList();
        var ranking = ranking(lanes, measure);
        var ratios = ratios(values, measure, comparison);
        var pairs = ratios.stream().map(Compared::pair).toList();
        var first = ranking.size() < 2
                ? null
                : pairs.stream().filter(p -> between(p, ranking.get(0), ranking.get(1)))
                        .findFirst().orElse(null);
        return new Analysis(measure, lanes, pairs, ranking, first == null
                ? Verdict.NOT_ENOUGH
                : seenFrom(first,
                        ranking.getFirst()),
                Fair.flags(comparison, measure, values, ratios),
                first == null ? null : first.moreRounds());
    }

    /**
     * True if every pair is known so well that more rounds would not make it clearer: half widths within 5 %. The only reason to stop
     * early that does not favour either side.
     */
    public static boolean precise(Analysis analysis) {
        return precise(analysis, _ -> true);
    }

    /** The same of the pairs of lanes that {@code which} is true of: more rounds tell nothing of the others. */
    static boolean precise(Analysis analysis, IntPredicate which) {
        var pairs = analysis.pairs().stream().filter(pair -> which.test(pair.a()) && which.test(pair.b())).toList();
        return !pairs.isEmpty() && pairs.stream().map(Pair::interval)
                .allMatch(i -> i != null && i.high() <= i.low() * TIE * TIE);
    }

    /** A pair with what it rests on; {@code ratio} is null without common rounds. */
    record Compared(Pair pair, PairedRatio ratio) {}

    private static LaneSummary summary(Values values, int lane) {
        var of = values.of(lane);
        var samples = values.samples(lane);
        var whole = (int) samples.stream().filter(Sample::counts).count();
        return new LaneSummary(lane, Arrays.stream(of).boxed().toList(), Quantiles.median(of),
                of.length < FEWEST_FOR_QUARTILES ? null : Quantiles.of(of, 0.25),
                of.length < FEWEST_FOR_QUARTILES ? null : Quantiles.of(of, 0.75), Quantiles.ofMedian(of),
                of.length < FEWEST_FOR_P95 ? null : Quantiles.of(of, 0.95),
                of.length < FEWEST_FOR_P99 ? null : Quantiles.of(of, 0.99), samples.size() - whole, whole - of.length);
    }

    private static List<Integer> ranking(List<LaneSummary> lanes, Measure measure) {
        var byMedian = Comparator.comparingDouble(LaneSummary::median);
        return lanes.stream().filter(l -> l.median() != null)
                .sorted(measure.moreIsFaster() ? byMedian.reversed() : byMedian).map(LaneSummary::lane).toList();
    }

    private static List<Compared> ratios(Values values, Measure measure, Comparison comparison) {
        var all = new PairedRatios(values.table(), comparison.seed());
        var ratios = new ArrayList<PairedRatio>();
        var places = new ArrayList<int[]>();
        for (var a = 0; a < values.lanes(); a++) {
            for (var b = a + 1; b < values.lanes(); b++) {
                var rounds = all.common(a, b);
                values.onlyAmongEquals(a, b, rounds);
                places.add(new int[]{a, b});
                // The shorter time is the faster lane.
                ratios.add(measure.moreIsFaster() ? all.of(a, b, rounds) : all.of(b, a, rounds));
            }
        }
        var errors = Holm.errors(ratios.stream().mapToDouble(r -> r == null ? 1 : r.chance()).toArray(), ERROR);
        return IntStream.range(0, ratios.size()).mapToObj(i -> compared(places.get(i)[0], places.get(i)[1],
                ratios.get(i), errors[i], comparison.mode())).toList();
    }

    private static Compared compared(int a, int b, PairedRatio ratio, double error, Mode mode) {
        if (ratio == null) {
            return new Compared(new Pair(a, b, 0, null, null, Verdict.NOT_ENOUGH,
                    mode == Mode.RACE ? null : PairedRatio.FEWEST_ROUNDS), null);
        }
        var interval = ratio.interval(error);
        var verdict = verdict(interval);
        return new Compared(new Pair(a, b, ratio.rounds(), ratio.ratio(), interval, verdict,
                mode == Mode.RACE ? null : moreRounds(ratio, verdict, error)), ratio);
    }

    /** @param interval of a ratio above 1 if the first is faster; null if there is none */
    static Verdict verdict(Interval interval) {
        if (interval == null) {
            return Verdict.NOT_ENOUGH;
        }
        if (interval.low() >= 1 / TIE && interval.high() <= TIE) {
            return Verdict.TIE;
        }
        return interval.contains(1) ? Verdict.UNDECIDED : interval.low() > 1 ? Verdict.FASTER : Verdict.SLOWER;
    }

    private static Integer moreRounds(PairedRatio ratio, Verdict verdict, double error) {
        if (verdict == Verdict.NOT_ENOUGH) {
            return PairedRatio.FEWEST_ROUNDS - ratio.rounds();
        }
        var needed = verdict == Verdict.UNDECIDED ? ratio.roundsNeeded(error, TIE, MOST_ROUNDS_FORETOLD) : null;
        return needed == null ? null : Math.max(1, needed - ratio.rounds());
    }

    private static boolean between(Pair pair, int one, int other) {
        return pair.a() == Math.min(one, other) && pair.b() == Math.max(one, other);
    }

    private static Verdict seenFrom(Pair pair, int lane) {
        return pair.a() == lane ? pair.verdict() : switch (pair.verdict()) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            default -> pair.verdict();
        };
    }
}
