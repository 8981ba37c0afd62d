package app.pitot.ui.compare.pictures;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.Sample;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every value of one measure, lane by lane.
 *
 * @param rows one for each lane, in their order
 * @param axis of all values
 */
record Strips(Measure measure, List<Row> rows, Axis axis) {
    /**
     * @param round in which it was measured, from 1; 0 if that cannot be told
     */
    record Dot(double value, int round) {}

    /**
     * One lane.
     *
     * @param median null without values
     * @param lower quartile; null below four values
     * @param upper quartile; null below four values
     */
    record Row(int lane, List<Dot> dots, Double median, Double lower, Double upper) {
        Row {
            dots = List.copyOf(dots);
        }

        String letter() {
            return Lane.letter(lane);
        }
    }

    Strips {
        rows = List.copyOf(rows);
    }

    static Strips of(Comparison run, Analysis analysis) {
        var rows = analysis.lanes().stream().map(lane -> row(run, analysis.measure(), lane)).toList();
        var values = rows.stream().flatMap(row -> row.dots().stream()).mapToDouble(Dot::value).toArray();
        return new Strips(analysis.measure(), rows, Axis.around(values));
    }

    private static Row row(Comparison run, Measure measure, LaneSummary lane) {
        var samples = run.samples().stream().filter(each -> each.lane() == lane.lane() && each.counts())
                .sorted(Comparator.comparingInt(Sample::round)).toList();
        var dots = new ArrayList<Dot>();
        var next = 0;
        for (var value : lane.values()) {
            // The analysis leaves some out, but keeps the order of rounds.
            while (next < samples.size() && !value.equals(measure.of(samples.get(next)))) {
                next++;
            }
            if (Double.isFinite(value) && value > 0) {
                dots.add(new Dot(value, next < samples.size() ? samples.get(next).round() : 0));
            }
            next++;
        }
        return new Row(lane.lane(), dots, lane.median(), lane.lowerQuartile(), lane.upperQuartile());
    }

    /** True if no lane has a value. */
    boolean empty() {
        return rows.stream().allMatch(row -> row.dots().isEmpty());
    }
}
