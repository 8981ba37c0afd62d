package app.pitot.ui.compare.pictures;

import app.pitot.compare.Analysis;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a comparison says so far, ready to be drawn.
 *
 * @param analyses of the measures that were asked for
 * @param strips of the same
 * @param intervals of the same
 * @param tokens speed over the answer in tokens, @param bytes in bytes of text
 */
record Results(Comparison run, Map<Measure, Analysis> analyses, Map<Measure, Strips> strips,
        Map<Measure, Intervals> intervals, Waterfall waterfall, Curves tokens, Curves bytes) {
    Results {
        analyses = Map.copyOf(analyses);
        strips = Map.copyOf(strips);
        intervals = Map.copyOf(intervals);
    }

    static Results of(Comparison run, Map<Measure, Analysis> analyses) {
        var strips = new EnumMap<Measure, Strips>(Measure.class);
        var intervals = new EnumMap<Measure, Intervals>(Measure.class);
        analyses.forEach((measure, analysis) -> {
            strips.put(measure, Strips.of(run, analysis));
            intervals.put(measure, Intervals.of(analysis));
        });
        return new Results(run, analyses, strips, intervals, Waterfall.of(run), Curves.of(run, false),
                Curves.of(run, true));
    }

    /** True if no reply counts yet. */
    boolean empty() {
        return run.samples().stream().noneMatch(each -> each.counts());
    }
}
