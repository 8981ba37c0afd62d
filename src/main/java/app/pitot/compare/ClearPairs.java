package app.pitot.compare;

import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.statistics.Interval;
import java.util.Comparator;
import java.util.List;

/** Pairs of an analysis, turned so that they read well. */
final class ClearPairs {
    private ClearPairs() {}

    /** One is faster: that one as {@code a}. The leading pair, and what follows from two others, is left out. */
    static List<Pair> of(Analysis analysis) {
        var ranking = analysis.ranking();
        var clear = analysis.pairs().stream().map(p -> p.verdict() == Verdict.SLOWER ? turned(p) : p)
                .filter(p -> p.verdict() == Verdict.FASTER).toList();
        return clear.stream()
                .filter(p -> clear.stream().noneMatch(x -> x.a() == p.a() && clear.stream()
                        .anyMatch(y -> y.a() == x.b() && y.b() == p.b())))
                .filter(p -> !ranking.subList(0, 2).containsAll(List.of(p.a(), p.b())))
                .sorted(Comparator.comparingInt((Pair p) -> ranking.indexOf(p.a()))
                        .thenComparingInt(p -> ranking.indexOf(p.b())))
                .toList();
    }

    /** Two lanes of it, {@code a} as {@code a}. */
    static Pair between(Analysis analysis, int a, int b) {
        return analysis.pairs().stream().filter(p -> p.a() == Math.min(a, b) && p.b() == Math.max(a, b))
                .map(p -> p.a() == a ? p : turned(p)).findFirst().orElseThrow();
    }

    /** The same, seen from the other lane. */
    static Pair turned(Pair pair) {
        var interval = pair.interval() == null
                ? null
                : new Interval(1 / pair.interval().high(), 1 / pair.interval().low(), pair.interval().level());
        var verdict = switch (pair.verdict()) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            default -> pair.verdict();
        };
        return new Pair(pair.b(), pair.a(), pair.rounds(), pair.ratio() == null ? null : 1 / pair.ratio(), interval,
                verdict, pair.moreRounds());
    }
}
