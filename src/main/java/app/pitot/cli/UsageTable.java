package app.pitot.cli;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.report.AccountLabels;
import app.pitot.usage.report.Figures;
import app.pitot.usage.report.NoteWords;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Past use in aligned columns, with a line for the total and what to know of the figures. */
final class UsageTable {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE dd MMM, HH:mm", Locale.ENGLISH);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SENTENCE = 1_000;

    private final UsageReport report;
    private final UsageOptions.By by;
    private final AccountLabels labels;
    private final ZoneId zone;

    UsageTable(UsageReport report, UsageOptions.By by, AccountLabels labels) {
        this.report = report;
        this.by = by;
        this.labels = labels;
        this.zone = report.query().zone();
    }

    /** @param more sentences for the end */
    void print(List<String> more, PrintWriter out) {
        var query = report.query();
        // Nobody means 1970.
        var oldest = report.oldest() == null ? query.from() : report.oldest();
        var begin = oldest.isAfter(query.from()) && oldest.isBefore(query.until()) ? oldest : query.from();
        out.println(Texts.get("cli.usage.head", time(begin), time(query.until()), zone.getId()));
        if (report.total().requests() == 0) {
            out.println(Texts.get("cli.usage.none"));
            if (report.oldest() != null && report.oldest().isBefore(query.from())) {
                out.println(Texts.get("cli.usage.oldest", time(report.oldest())));
            }
        } else {
            Columns.print(headings(), rows(), out);
        }
        NoteWords.of(report).forEach(each -> say(each, out));
        more.forEach(each -> say(each, out));
        if (!query.simulated()) {
            out.println(Texts.get("cli.usage.unsimulated"));
        }
    }

    private List<String> headings() {
        return List.of(Texts.get("cli.usage.column." + by.name().toLowerCase(Locale.ROOT)),
                Texts.get("cli.usage.column.requests"), Texts.get("cli.usage.column.complete"),
                Texts.get("cli.usage.column.limited"), Texts.get("cli.usage.column.prompt"),
                Texts.get("cli.usage.column.output"), Texts.get("cli.usage.column.cost"),
                Texts.get("cli.usage.column.priced"), Texts.get("cli.usage.column.ttft"),
                Texts.get("cli.usage.column.speed"), Texts.get("cli.usage.column.provider"));
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        if (by.slots()) {
            var format = by == UsageOptions.By.HOUR ? HOUR : DAY;
            report.slots().forEach(each -> rows.add(row(format.format(each.from().atZone(zone)), each.total(), "")));
        } else {
            for (var group : report.groups()) {
                var key = group.key();
                var name = switch (by) {
                    case ACCOUNT -> labels.of(key.account());
                    case PROVIDER -> key.provider();
                    default -> key.model();
                };
                rows.add(row(name, group.totals(), by == UsageOptions.By.PROVIDER ? "" : key.provider()));
            }
        }
        rows.add(row(Texts.get("cli.usage.total"), report.total(), ""));
        return rows;
    }

    private static List<String> row(String name, Totals t, String provider) {
        return List.of(name(name), Figures.whole(t.requests()), Figures.whole(t.complete()), Figures.whole(t.limited()),
                Figures.tokens(t, t.promptTokens(), true), Figures.tokens(t, t.completionTokens(), true),
                Figures.cost(t), Figures.share(t.coverage()), Figures.median(t.ttftMs()),
                Figures.median(t.tokensPerSecond()), name(provider));
    }

    private static String name(String raw) {
        return raw == null ? Figures.UNKNOWN : Harmless.line(raw, LONGEST_NAME);
    }

    private static void say(String words, PrintWriter out) {
        out.println(Harmless.line(words, LONGEST_SENTENCE));
    }

    private String time(Instant at) {
        return AT.format(at.atZone(zone));
    }
}
