package app.pitot.ui.compare.pictures;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.statistics.Interval;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * How many times as fast the leader is as each other lane.
 *
 * @param leader index of the lane with the fastest median; -1 if no lane has a value
 * @param rows one for each other lane that has a value, the fastest first
 */
record Intervals(Measure measure, int leader, List<Row> rows, Axis axis) {
    /** Within this ratio and its inverse two lanes are as good as equal. */
    static final double TIE = 1.05;
    private static final double LEAST = 0.9;
    private static final double MOST = 1.15;

    /**
     * @param ratio how many times as fast the leader is as {@code lane}
     * @param interval of that, at the level at which it was tested; null below six common rounds
     * @param verdict of the leader against {@code lane}
     * @param rounds in common
     */
    record Row(int lane, double ratio, Interval interval, Verdict verdict, int rounds) {
        String letter() {
            return Lane.letter(lane);
        }
    }

    Intervals {
        rows = List.copyOf(rows);
    }

    static Intervals of(Analysis analysis) {
        var rows = new ArrayList<Row>();
        var leader = analysis.ranking().isEmpty() ? -1 : analysis.ranking().getFirst();
        for (var lane : analysis.ranking()) {
            analysis.pairs().stream().filter(pair -> joins(pair, leader, lane) && pair.ratio() != null)
                    .forEach(pair -> rows.add(row(pair, leader, lane)));
        }
        return new Intervals(analysis.measure(), leader, rows, axis(rows));
    }

    private static boolean joins(Pair pair, int one, int other) {
        return pair.a() == one && pair.b() == other || pair.a() == other && pair.b() == one;
    }

    private static Row row(Pair pair, int leader, int lane) {
        if (pair.a() == leader) {
            return new Row(lane, pair.ratio(), pair.interval(), pair.verdict(), pair.rounds());
        }
        var turned = pair.interval() == null
                ? null
                : new Interval(1 / pair.interval().high(), 1 / pair.interval().low(), pair.interval().level());
        var verdict = switch (pair.verdict()) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            case NOT_ENOUGH, TIE, UNDECIDED -> pair.verdict();
        };
        return new Row(lane, 1 / pair.ratio(), turned, verdict, pair.rounds());
    }

    private static Axis axis(List<Row> rows) {
        var low = LEAST;
        var high = MOST;
        for (var row : rows) {
            low = Math.min(low, row.interval() == null ? row.ratio() : Math.min(row.ratio(), row.interval().low()));
            high = Math.max(high, row.interval() == null ? row.ratio() : Math.max(row.ratio(), row.interval().high()));
        }
        return Axis.ratios(low / 1.04, high * 1.04);
    }
}
