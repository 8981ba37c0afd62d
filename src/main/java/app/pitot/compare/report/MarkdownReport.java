package app.pitot.compare.report;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis;
import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.Mode;
import app.pitot.compare.Tally;
import app.pitot.compare.VerdictWords;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What can be pasted into a report: a table of the lanes, the verdicts with their intervals, what to know before believing
 * them, and what failed. The prompt itself is not in it, only its hash. No text of others reaches beyond its cell.
 */
public final class MarkdownReport {
    private static final int HASH_SHOWN = 12;

    private final Comparison run;
    private final ZoneId zone;
    private final List<Analysis> analyses;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Comparison run, ZoneId zone) {
        this.run = run;
        this.zone = zone;
        this.analyses = Arrays.stream(Measure.values()).map(each -> Analyst.analyse(run, each)).toList();
    }

    /** @param zone in which times are told */
    public static String of(Comparison run, ZoneId zone) {
        return of(run, null, zone);
    }

    /**
     * With what changed.
     *
     * @param then an earlier run of the same set; null for none
     * @param zone in which times are told
     */
    public static String of(Comparison run, Comparison then, ZoneId zone) {
        var report = new MarkdownReport(run, zone);
        report.head();
        report.lanes();
        report.verdicts();
        report.section("report.fairness", report.fairness());
        report.section("report.failures", Failures.of(run));
        if (then != null) {
            report.paragraph("## " + Texts.get("report.change", report.time(then.startedAt())));
            report.text.append(ChangeSection.of(run, then));
        }
        return report.text.toString().strip() + "\n";
    }

    private void head() {
        paragraph("# " + (run.name() == null || run.name().isBlank()
                ? Texts.get("report.title")
                : Texts.get("report.title.of", Cells.words(run.name()))));
        var said = new ArrayList<String>();
        said.add(time(run.startedAt()));
        said.add(run.mode() == Mode.RACE ? Texts.get("report.race") : Texts.get("report.rounds", run.setup().rounds()));
        if (run.setup().nonce()) {
            said.add(Texts.get("report.nonce"));
        }
        said.add(Texts.get("report.app", Cells.words(run.appVersion())));
        var hash = run.promptHash();
        said.add(Texts.get("report.prompt", Cells.words(hash.substring(0, Math.min(HASH_SHOWN, hash.length())))));
        paragraph(String.join(" · ", said));
        if (run.endedPrecise()) {
            paragraph("*" + Texts.get("report.precise") + "*");
        }
        if (run.state() != Comparison.State.DONE) {
            paragraph("*" + Texts.get("report.state." + run.state().name().toLowerCase(Locale.ROOT)) + "*");
        }
    }

    private void lanes() {
        var shown = analyses.stream().filter(each -> !each.ranking().isEmpty()).toList();
        var titles = new ArrayList<>(List.of(Texts.get("report.column.lane"), Texts.get("report.column.model"),
                Texts.get("report.column.account"), Texts.get("report.column.provider")));
        boolean set = run.lanes().stream().anyMatch(each -> !ParameterWords.of(each.parameters()).isEmpty());
        if (set) {
            titles.add(Texts.get("report.column.parameters"));
        }
        int words = titles.size();
        shown.forEach(each -> titles.add(Cells.title(each.measure())));
        titles.add(Texts.get("report.column.whole"));
        var rows = new ArrayList<List<String>>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            var facts = run.lanes().get(lane);
            var row = new ArrayList<>(List.of(Lane.letter(lane), Cells.words(facts.modelId()),
                    Cells.words(facts.accountName()), Cells.words(facts.provider())));
            if (set) {
                row.add(Cells.words(ParameterWords.of(facts.parameters())));
            }
            for (var analysis : shown) {
                row.add(Cells.summary(analysis.measure(), analysis.lanes().get(lane), Cells.estimated(run, lane)));
            }
            row.add(whole(lane));
            rows.add(row);
        }
        paragraph(Cells.table(titles, words, rows));
        if (!shown.isEmpty()) {
            paragraph(Texts.get("report.lanes.how"));
        }
    }

    private String whole(int lane) {
        var counted = run.samples().stream().filter(each -> each.lane() == lane && each.round() > 0 && !each.again())
                .toList();
        long whole = counted.stream().filter(each -> each.counts()).count();
        return Texts.get("report.whole", whole, counted.size());
    }

    private void verdicts() {
        var said = new ArrayList<String>();
        for (var analysis : analyses) {
            if (analysis.ranking().size() > 1) {
                var sentences = new ArrayList<String>();
                sentences.add(VerdictWords.headline(analysis) + ".");
                sentences.add(VerdictWords.evidence(analysis));
                sentences.addAll(VerdictWords.others(analysis));
                sentences.removeIf(String::isBlank);
                said.add("**" + VerdictWords.name(analysis.measure()) + ":** " + String.join(" ", sentences));
            }
        }
        if (!run.votes().isEmpty()) {
            var tally = Tally.of(run);
            said.add("**" + Texts.get("report.votes") + ":** " + IntStream.range(0, tally.wins().size())
                    .mapToObj(lane -> Lane.letter(lane) + " " + tally.wins().get(lane))
                    .collect(Collectors.joining(", ")) + ", " + Texts.get("report.votes.ties", tally.ties()));
        }
        section("report.verdict", said);
    }

    private List<String> fairness() {
        var said = new LinkedHashSet<String>();
        analyses.forEach(each -> said.addAll(VerdictWords.fairness(each)));
        return List.copyOf(said);
    }

    private void section(String key, List<String> points) {
        if (!points.isEmpty()) {
            paragraph("## " + Texts.get(key));
            paragraph(points.stream().map(each -> "- " + each).collect(Collectors.joining("\n")));
        }
    }

    private void paragraph(String words) {
        text.append(words).append("\n\n");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm O", Locale.ENGLISH).format(at.atZone(zone));
    }
}
