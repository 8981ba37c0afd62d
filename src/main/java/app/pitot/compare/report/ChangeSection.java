package app.pitot.compare.report;

import app.pitot.base.Texts;
import app.pitot.compare.Change;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changed since an earlier run, in Markdown. */
final class ChangeSection {
    private ChangeSection() {}

    /** Empty lines between paragraphs, and one at the end. */
    static String of(Comparison run, Comparison then) {
        var changes = Arrays.stream(Measure.values()).map(each -> Change.between(then, run, each)).toList();
        var titles = List.of(Texts.get("report.column.lane"), Texts.get("report.column.measure"),
                Texts.get("report.column.then"), Texts.get("report.column.now"), Texts.get("report.column.ratio"),
                Texts.get("report.column.interval"), Texts.get("report.column.verdict"));
        var rows = new ArrayList<List<String>>();
        for (var change : changes) {
            for (var lane : change.lanes()) {
                if (lane.ratio() != null) {
                    rows.add(List.of(Lane.letter(lane.now()), Cells.title(change.measure()),
                            Cells.number(lane.medianThen()), Cells.number(lane.medianNow()),
                            Cells.ratio(lane.ratio()), interval(lane.interval()), VerdictWords.name(lane.verdict())));
                }
            }
        }
        var said = new ArrayList<String>();
        if (!rows.isEmpty()) {
            said.add(Cells.table(titles, 2, rows));
            said.add(Texts.get("report.change.how"));
        }
        said.addAll(notes(changes.getFirst(), then));
        return said.stream().map(each -> each + "\n\n").collect(Collectors.joining());
    }

    private static List<String> notes(Change change, Comparison then) {
        var said = new ArrayList<String>();
        if (change.lanes().isEmpty()) {
            said.add(Texts.get("report.change.none"));
        }
        if (!change.added().isEmpty()) {
            said.add(Texts.get("report.change.added",
                    change.added().stream().map(Lane::letter).collect(Collectors.joining(", "))));
        }
        if (!change.gone().isEmpty()) {
            said.add(Texts.get("report.change.gone", change.gone().stream()
                    .map(lane -> Cells.words(then.lanes().get(lane).modelId())).collect(Collectors.joining(", "))));
        }
        change.cautions().stream().sorted()
                .forEach(each -> said.add(Texts.get("report.caution." + each.name().toLowerCase(Locale.ROOT))));
        return said;
    }

    private static String interval(Interval interval) {
        return interval == null
                ? Cells.UNKNOWN
                : Texts.get("report.interval", Cells.ratio(interval.low()), Cells.ratio(interval.high()));
    }
}
