package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.transfer.MarkdownTable;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.Step;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.HourOfWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page to read about a stretch of time, such as a week: its figures beside those before, by model, account and day, what refused,
 * the busiest hours, what providers say, and what to know to read it. No text of others reaches beyond its cell.
 */
public final class UsageMarkdown {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SLOT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final int BUSIEST = 5;
    private static final int MOST_ROWS = 60;

    private final Stretch stretch;
    private final UsageReport report;
    private final AccountLabels labels;
    private final Instant now;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private UsageMarkdown(Stretch stretch, AccountLabels labels, Instant now) {
        this.stretch = stretch;
        this.report = stretch.models();
        this.labels = labels;
        this.now = now;
        this.zone = report.query().zone();
    }

    /** @param reported what providers say of the same accounts; may be empty */
    public static String of(Stretch stretch, List<Reconciliation> reported, AccountLabels labels, Instant now) {
        var page = new UsageMarkdown(stretch, labels, now);
        page.head();
        page.paragraph(new ComparedFigures(stretch).table());
        page.groups("usage.report.models", "usage.report.column.model", stretch.models().groups(), page::model);
        page.groups("usage.report.accounts", "usage.report.column.account", stretch.accounts().groups(),
                page::account);
        page.points("usage.report.refusals", page.refusals());
        page.slots();
        page.points("usage.report.busiest", page.busiest());
        page.points("usage.report.reported", page.reported(reported));
        page.points("usage.report.notes",
                NoteWords.of(page.report).stream().map(MarkdownTable::sentence).toList());
        return page.text.toString().strip() + "\n";
    }

    private void head() {
        var query = report.query();
        // Nobody means 1970.
        var begin = report.oldest() != null && report.oldest().isAfter(query.from()) ? report.oldest() : query.from();
        var first = LocalDate.ofInstant(begin, zone);
        var last = LocalDate.ofInstant(query.until().minusNanos(1), zone);
        paragraph("# " + (first.equals(last)
                ? Texts.get("usage.report.title.day", DAY.format(first))
                : Texts.get("usage.report.title", DAY.format(first), DAY.format(last))));
        var said = new ArrayList<String>();
        said.add(Texts.get("usage.report.made", AT.format(now.atZone(zone)), MarkdownTable.words(zone.getId())));
        if (!query.accounts().isEmpty()) {
            said.add(Texts.get("usage.report.only.accounts", query.accounts().stream().sorted()
                    .map(each -> MarkdownTable.words(labels.of(each))).collect(Collectors.joining(", "))));
        }
        if (!query.models().isEmpty()) {
            said.add(Texts.get("usage.report.only.models", query.models().stream().sorted().map(MarkdownTable::words)
                    .collect(Collectors.joining(", "))));
        }
        if (query.simulated()) {
            said.add(Texts.get("usage.report.simulated"));
        }
        paragraph(String.join(" · ", said));
    }

    private interface Name {
        String of(Group group);
    }

    private String model(Group group) {
        var model = group.key().model() == null ? Figures.UNKNOWN : MarkdownTable.words(group.key().model());
        return Texts.get("usage.report.model.of", model, provider(group));
    }

    private String account(Group group) {
        return Texts.get("usage.report.model.of", MarkdownTable.words(labels.of(group.key().account())),
                provider(group));
    }

    private static String provider(Group group) {
        return group.key().provider() == null ? Figures.UNKNOWN : MarkdownTable.words(group.key().provider());
    }

    private void groups(String title, String first, List<Group> groups, Name name) {
        if (groups.isEmpty()) {
            return;
        }
        paragraph("## " + Texts.get(title));
        var rows = groups.stream().limit(MOST_ROWS).map(each -> row(name.of(each), each.totals())).toList();
        table(first, rows, groups.size());
    }

    private void slots() {
        if (report.slots().size() < 2) {
            return;
        }
        var hours = report.query().step() == Step.HOUR;
        paragraph("## " + Texts.get(hours ? "usage.report.hours" : "usage.report.days"));
        var slots = report.slots();
        var shown = slots.subList(Math.max(0, slots.size() - MOST_ROWS), slots.size());
        table("usage.report.column.begin", shown.stream()
                .map(each -> row((hours ? HOUR : SLOT).format(each.from().atZone(zone)), each.total())).toList(),
                slots.size());
    }

    private void table(String first, List<List<String>> rows, int all) {
        paragraph(MarkdownTable.of(List.of(Texts.get(first), Texts.get("usage.report.column.requests"),
                Texts.get("usage.report.column.limited"), Texts.get("usage.report.column.prompt"),
                Texts.get("usage.report.column.completion"), Texts.get("usage.report.column.cost"),
                Texts.get("usage.report.column.priced"), Texts.get("usage.report.column.ttft"),
                Texts.get("usage.report.column.speed")), 1, rows));
        if (all > rows.size()) {
            paragraph(Texts.get("usage.report.more", all - rows.size()));
        }
    }

    private static List<String> row(String name, Totals t) {
        return List.of(name, Figures.whole(t.requests()), Figures.whole(t.limited()),
                Figures.tokens(t, t.promptTokens(), true), Figures.tokens(t, t.completionTokens(), true),
                Figures.cost(t), Figures.share(t.coverage()), Figures.median(t.ttftMs()),
                Figures.median(t.tokensPerSecond()));
    }

    private List<String> refusals() {
        var total = report.total();
        var said = new ArrayList<String>();
        total.limitedBy().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> said.add(Texts.get("usage.report.refused.by", MarkdownTable.words(each.getKey()),
                        each.getValue())));
        long named = total.limitedBy().values().stream().mapToLong(Long::longValue).sum();
        if (total.limited() > named) {
            said.add(Texts.get("usage.report.refused.unnamed", total.limited() - named));
        }
        if (total.tooLong() > 0) {
            said.add(Texts.get("usage.report.refused.long", total.tooLong()));
        }
        return said;
    }

    private List<String> busiest() {
        return report.hours().stream().filter(each -> each.requests() > 0)
                .sorted(Comparator.comparingLong(HourOfWeek::requests).reversed()
                        .thenComparing(HourOfWeek::day).thenComparing(HourOfWeek::hour))
                .limit(BUSIEST)
                .map(each -> Texts.get("usage.report.hour",
                        DayOfWeek.of(each.day()).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        String.format(Locale.ROOT, "%02d:00", each.hour()), each.requests(), each.tokens()))
                .toList();
    }

    private List<String> reported(List<Reconciliation> reported) {
        return reported.stream().map(each -> MarkdownTable.sentence(
                ReconciliationWords.sentence(each, labels.of(each.account()), now) + " "
                        + ReconciliationWords.provenance(each, now)))
                .toList();
    }

    private void points(String title, List<String> points) {
        if (!points.isEmpty()) {
            paragraph("## " + Texts.get(title));
            paragraph(points.stream().map(each -> "- " + each).collect(Collectors.joining("\n")));
        }
    }

    private void paragraph(String words) {
        text.append(words).append("\n\n");
    }
}
