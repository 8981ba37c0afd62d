package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table twin of each picture, and the figures that no picture shows. */
final class Tables {
    private static final int EVERY = 8;
    private static final double MS = 1_000;

    private Tables() {}

    static Figures waterfall(Results results) {
        var waterfall = results.waterfall();
        var columns = new ArrayList<>(List.of(Texts.get("pictures.column.lane"), Texts.get("pictures.column.model")));
        waterfall.parts().forEach(part -> columns.add(part.words()));
        columns.add(Texts.get("pictures.column.whole"));
        columns.add(Texts.get("pictures.column.replies"));
        columns.add(Texts.get("pictures.column.queue.source"));
        var rows = new ArrayList<List<String>>();
        for (var row : waterfall.rows()) {
            var cells = new ArrayList<>(List.of(row.letter(), model(results, row.lane())));
            // A part that took no time is 0, but of a lane without replies nothing is known.
            waterfall.parts().forEach(part -> cells.add(row.whole() == null
                    ? Format.UNKNOWN
                    : Format.duration(row.parts().getOrDefault(part, 0.0))));
            cells.add(Format.duration(row.whole()));
            cells.add(Format.count(row.replies()));
            cells.add(row.whole() == null
                    ? Format.UNKNOWN
                    : Texts.get(row.told() ? "pictures.source.provider" : "pictures.source.none"));
            rows.add(cells);
        }
        return new Figures(columns, rows);
    }

    /** Round by round, lane beside lane, and the medians below. */
    static Figures strips(Strips strips) {
        var columns = new ArrayList<>(List.of(Texts.get("pictures.column.round")));
        strips.rows().forEach(row -> columns.add(row.letter()));
        var rounds = new TreeMap<Integer, String[]>();
        for (var row : strips.rows()) {
            for (var i = 0; i < row.dots().size(); i++) {
                var dot = row.dots().get(i);
                rounds.computeIfAbsent(dot.round() == 0 ? i + 1 : dot.round(),
                        _ -> new String[strips.rows().size()])[row
                                .lane()] = Quantities.value(strips.measure(), dot.value());
            }
        }
        var rows = new ArrayList<List<String>>();
        rounds.forEach((round, cells) -> rows.add(Stream.concat(Stream.of(Format.count(round)),
                Stream.of(cells).map(cell -> cell == null ? Format.UNKNOWN : cell)).toList()));
        rows.add(Stream.concat(Stream.of(Texts.get("pictures.column.median")), strips.rows().stream()
                .map(row -> Quantities.value(strips.measure(), row.median()))).toList());
        return new Figures(columns, rows);
    }

    static Figures curves(Curves curves) {
        var measure = curves.bytes() ? Measure.TEXT_SPEED : Measure.OUTPUT_SPEED;
        var rows = new ArrayList<List<String>>();
        for (var line : curves.lines()) {
            for (var i = 0; i < line.size(); i += EVERY) {
                rows.add(List.of(line.letter(), Format.duration(line.seconds()[i] * MS),
                        Quantities.value(measure, line.speeds()[i])));
            }
        }
        return new Figures(List.of(Texts.get("pictures.column.lane"), Texts.get("pictures.column.time"),
                Texts.get("pictures.column.speed")), rows);
    }

    /** Every pair of lanes. */
    static Figures pairs(Results results, Measure measure) {
        var rows = new ArrayList<List<String>>();
        for (var pair : results.analyses().get(measure).pairs()) {
            var interval = pair.interval();
            rows.add(List.of(Texts.get("pictures.intervals.pair", Lane.letter(pair.a()), Lane.letter(pair.b())),
                    pair.ratio() == null ? Format.UNKNOWN : Quantities.times(pair.ratio()),
                    interval == null
                            ? Format.UNKNOWN
                            : Texts.get("pictures.range", Quantities.ratio(interval.low()),
                                    Quantities.ratio(interval.high())),
                    interval == null ? Format.UNKNOWN : Quantities.percent(interval.level()),
                    Format.count(pair.rounds()), VerdictWords.name(pair.verdict()),
                    pair.moreRounds() == null ? Format.UNKNOWN : Format.count(pair.moreRounds())));
        }
        return new Figures(Stream.of("pair", "ratio", "interval", "level", "rounds", "verdict", "more")
                .map(each -> Texts.get("pictures.column." + each)).toList(), rows);
    }

    /** Every lane and every measure. */
    static Figures figures(Results results) {
        var high = results.analyses().values().stream().flatMap(each -> each.lanes().stream())
                .anyMatch(lane -> lane.p95() != null);
        var rows = new ArrayList<List<String>>();
        for (var measure : Measure.values()) {
            var analysis = results.analyses().get(measure);
            if (analysis != null) {
                analysis.lanes().forEach(lane -> rows.add(figures(results, measure, lane, high)));
            }
        }
        return new Figures(Stream.of("measure", "lane", "model", "median", "median.interval", "half", "n", "failed",
                "unknown", "p95").filter(each -> high || !each.equals("p95"))
                .map(each -> Texts.get("pictures.column." + each)).toList(), rows);
    }

    private static List<String> figures(Results results, Measure measure, LaneSummary lane, boolean high) {
        var cells = new ArrayList<>(List.of(VerdictWords.name(measure), Lane.letter(lane.lane()),
                model(results, lane.lane()), Quantities.value(measure, lane.median()),
                lane.medianInterval() == null
                        ? Format.UNKNOWN
                        : range(measure, lane.medianInterval().low(), lane.medianInterval().high()),
                lane.lowerQuartile() == null
                        ? Format.UNKNOWN
                        : range(measure, lane.lowerQuartile(), lane.upperQuartile()),
                Format.count(lane.values().size()), Format.count(lane.failed()), Format.count(lane.withoutValue())));
        if (high) {
            cells.add(Quantities.value(measure, lane.p95()));
        }
        return cells;
    }

    private static String range(Measure measure, double from, double to) {
        return Texts.get("pictures.range", Quantities.value(measure, from), Quantities.value(measure, to));
    }

    /** "Cerebras gpt-oss-120b". */
    static String model(Results results, int lane) {
        var facts = results.run().lanes().get(lane);
        return Texts.get("pictures.model", facts.accountName(), facts.modelId());
    }
}
