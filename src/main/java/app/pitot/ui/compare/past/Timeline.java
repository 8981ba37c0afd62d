package app.pitot.ui.compare.past;

import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.Measure;
import app.pitot.statistics.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One measure of a set, run by run.
 *
 * @param lanes those of the newest run first, in their order
 */
record Timeline(Measure measure, List<Series> lanes) {
    /**
     * One lane: the same account, model and parameters, whatever its letter was then.
     *
     * @param facts of its newest run
     * @param points the earliest first, at least one
     */
    record Series(LaneFacts facts, List<Point> points) {
        Series {
            points = List.copyOf(points);
        }
    }

    /**
     * One run.
     *
     * @param at when it began
     * @param median above 0
     * @param interval of the median, 95 %; null below six values
     * @param values how many it rests on
     */
    record Point(Instant at, double median, Interval interval, int values) {}

    private record Key(String account, String model, Object parameters, int again) {}

    Timeline {
        lanes = List.copyOf(lanes);
    }

    /** @param runs with their samples, in any order; those without a value of {@code measure} are passed over */
    static Timeline of(List<Comparison> runs, Measure measure) {
        var facts = new LinkedHashMap<Key, LaneFacts>();
        var points = new HashMap<Key, List<Point>>();
        var newest = runs.stream().sorted((a, b) -> b.startedAt().compareTo(a.startedAt())).toList();
        for (var run : newest) {
            var summaries = Analyst.analyse(run, measure).lanes();
            var seen = new HashMap<Key, Integer>();
            for (int lane = 0; lane < run.lanes().size(); lane++) {
                var summary = summaries.get(lane);
                var key = key(run.lanes().get(lane), seen);
                if (summary.median() != null) {
                    facts.putIfAbsent(key, run.lanes().get(lane));
                    points.computeIfAbsent(key, _ -> new ArrayList<>()).addFirst(new Point(run.startedAt(),
                            summary.median(), summary.medianInterval(), summary.values().size()));
                }
            }
        }
        return new Timeline(measure,
                facts.entrySet().stream().map(each -> new Series(each.getValue(), points.get(each.getKey()))).toList());
    }

    /** The same lane twice in a run is told apart by its place. */
    private static Key key(LaneFacts facts, HashMap<Key, Integer> seen) {
        var first = new Key(facts.accountId(), facts.modelId(), facts.parameters(), 0);
        int again = seen.merge(first, 1, Integer::sum) - 1;
        return new Key(facts.accountId(), facts.modelId(), facts.parameters(), again);
    }
}
