package app.pitot.ui.compare.pictures;

import app.pitot.compare.Analysis;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class Analyses {
    private Analyses() {}

    static Analysis of(Comparison run, Measure measure) {
        var lanes = new ArrayList<Analysis.LaneSummary>();
        for (var i = 0; i < run.lanes().size(); i++) {
            var lane = i;
            var values = run.samples().stream().filter(s -> s.lane() == lane && s.counts() && measure.of(s) != null)
                    .sorted(Comparator.comparingInt(s -> s.round())).map(measure::of).toList();
            var sorted = values.stream().sorted().toList();
            var n = sorted.size();
            lanes.add(new Analysis.LaneSummary(i, values, n == 0
                    ? null
                    : Middle.of(sorted.stream().mapToDouble(v -> v)
                            .toArray()),
                    n < 4 ? null : sorted.get(n / 4), n < 4 ? null : sorted.get(3 * n / 4), null, null,
                    null, 0, 0));
        }
        var by = Comparator.comparingDouble((Analysis.LaneSummary l) -> l.median());
        var ranking = lanes.stream().filter(l -> l.median() != null).sorted(measure.moreIsFaster() ? by.reversed() : by)
                .map(Analysis.LaneSummary::lane).toList();
        var pairs = new ArrayList<Analysis.Pair>();
        for (var a = 0; a < lanes.size(); a++) {
            for (var b = a + 1; b < lanes.size(); b++) {
                var x = lanes.get(a).median();
                var y = lanes.get(b).median();
                var ratio = x == null || y == null ? null : measure.moreIsFaster() ? x / y : y / x;
                var n = Math.min(lanes.get(a).values().size(), lanes.get(b).values().size());
                var interval = n < 6 || ratio == null ? null : new Interval(ratio * 0.93, ratio * 1.07, 0.95);
                pairs.add(new Analysis.Pair(a, b, n, ratio, interval, n < 6
                        ? Analysis.Verdict.NOT_ENOUGH
                        : ratio > 1
                                ? Analysis.Verdict.FASTER
                                : Analysis.Verdict.SLOWER,
                        null));
            }
        }
        return new Analysis(measure, lanes, pairs, ranking, Analysis.Verdict.FASTER, List.of(), null);
    }
}
