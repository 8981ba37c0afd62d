package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Analyst;
import app.pitot.compare.Change;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What a comparison came to, for a terminal: a row for each lane, then the verdicts and what to know of them. */
final class CompareTable {
    private static final List<Measure> SHOWN = List.of(Measure.OUTPUT_SPEED, Measure.TTFT, Measure.TOTAL);
    private static final double LARGE = 100;

    private CompareTable() {}

    /** @param then an earlier run of the same set; null for none */
    static void print(Comparison run, Comparison then, ZoneId zone, PrintWriter out) {
        var analyses = SHOWN.stream().map(each -> Analyst.analyse(run, each)).toList();
        Columns.print(headings(), rows(run, analyses), out);
        out.println();
        out.println(Texts.get("cli.compare.how"));
        if (run.endedPrecise()) {
            say(out, Texts.get("cli.compare.precise", run.reached(), run.setup().rounds()));
        }
        for (var analysis : analyses) {
            if (!analysis.ranking().isEmpty()) {
                var sentences = new ArrayList<String>();
                sentences.add(VerdictWords.headline(analysis) + ".");
                sentences.add(VerdictWords.evidence(analysis));
                sentences.addAll(VerdictWords.others(analysis));
                sentences.removeIf(String::isBlank);
                say(out, Texts.get("cli.compare.verdict", VerdictWords.name(analysis.measure()),
                        String.join(" ", sentences)));
            }
        }
        var fairness = new LinkedHashSet<String>();
        analyses.forEach(each -> fairness.addAll(VerdictWords.fairness(each)));
        fairness.forEach(each -> say(out, each));
        if (then != null) {
            change(run, then, zone, out);
        }
    }

    private static List<String> headings() {
        return List.of("", Texts.get("cli.compare.column.speed"), Texts.get("cli.compare.column.half"),
                Texts.get("cli.compare.column.ttft"), Texts.get("cli.compare.column.half"),
                Texts.get("cli.compare.column.total"), Texts.get("cli.compare.column.whole"),
                Texts.get("cli.compare.column.model"));
    }

    private static List<List<String>> rows(Comparison run, List<Analysis> analyses) {
        var rows = new ArrayList<List<String>>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            var facts = run.lanes().get(lane);
            int its = lane;
            var counted = run.samples().stream().filter(each -> each.lane() == its && each.round() > 0 && !each.again())
                    .toList();
            boolean estimated = counted.stream().anyMatch(each -> each.counts() && each.speed().estimated());
            var speed = analyses.get(0).lanes().get(lane);
            var ttft = analyses.get(1).lanes().get(lane);
            rows.add(List.of(Lane.letter(lane),
                    (estimated && speed.median() != null ? "≈ " : "") + number(speed.median()), half(speed),
                    number(ttft.median()), half(ttft), number(analyses.get(2).lanes().get(lane).median()),
                    Texts.get("cli.compare.whole", counted.stream().filter(each -> each.counts()).count(),
                            counted.size()),
                    TerminalText.harmless(facts.modelId() + ", " + facts.accountName())));
        }
        return rows;
    }

    private static void change(Comparison run, Comparison then, ZoneId zone, PrintWriter out) {
        var day = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
                .format(then.startedAt().atZone(zone));
        out.println();
        out.println(Texts.get("cli.compare.since", day));
        for (var measure : List.of(Measure.OUTPUT_SPEED, Measure.TTFT)) {
            var change = Change.between(then, run, measure);
            for (var lane : change.lanes()) {
                if (lane.ratio() != null) {
                    say(out, Texts.get("cli.compare.change", Lane.letter(lane.now()), VerdictWords.name(measure),
                            number(lane.medianThen()), number(lane.medianNow()), ratio(lane.ratio()),
                            lane.interval() == null
                                    ? "–"
                                    : Texts.get("verdict.range", ratio(lane.interval().low()),
                                            ratio(lane.interval().high())),
                            VerdictWords.name(lane.verdict())));
                }
            }
        }
    }

    private static void say(PrintWriter out, String words) {
        out.println(TerminalText.harmless(words));
    }

    /** Half of the values; empty if there are too few of them. */
    private static String half(LaneSummary lane) {
        return lane.lowerQuartile() == null
                ? ""
                : Texts.get("cli.compare.range", number(lane.lowerQuartile()), number(lane.upperQuartile()));
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.US, value < LARGE ? "%.1f" : "%,.0f", value);
    }

    private static String ratio(double value) {
        return String.format(Locale.US, "%.2f", value);
    }
}
