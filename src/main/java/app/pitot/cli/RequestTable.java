package app.pitot.cli;

import app.pitot.api.Harmless;
import app.pitot.base.Money;
import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.report.AccountLabels;
import app.pitot.usage.report.Figures;
import app.pitot.usage.report.RequestsFile;
import app.pitot.usage.report.StatusWords;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Requests in aligned columns, the newest first. */
final class RequestTable {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    private RequestTable() {}

    static void print(RequestsFile file, int most, AccountLabels labels, ZoneId zone, PrintWriter out)
            throws UsageException {
        var found = file.newest(most + 1);
        if (found.isEmpty()) {
            out.println(Texts.get("cli.usage.none"));
            return;
        }
        var shown = found.subList(0, Math.min(most, found.size()));
        Columns.print(
                List.of(Texts.get("cli.usage.column.began"), Texts.get("cli.usage.column.status"),
                        Texts.get("cli.usage.column.prompt"), Texts.get("cli.usage.column.output"),
                        Texts.get("cli.usage.column.cost"), Texts.get("cli.usage.column.ttft"),
                        Texts.get("cli.usage.column.speed"), Texts.get("cli.usage.column.who")),
                shown.stream().map(row -> cells(row, labels, zone)).toList(), out);
        if (found.size() > most) {
            out.println(Texts.get("cli.usage.more", most));
        }
    }

    private static List<String> cells(RequestRow row, AccountLabels labels, ZoneId zone) {
        return List.of(AT.format(row.startedAt().atZone(zone)), StatusWords.of(row.status()),
                Figures.tokens(row.promptTokens(), row.basis()), Figures.tokens(row.completionTokens(), row.basis()),
                row.costMicros() == null
                        ? Figures.UNKNOWN
                        : (row.costSource() == Provenance.ESTIMATED ? "≈ " : "") + Money.words(row.costMicros()),
                Figures.number(row.ttftMs()), Figures.number(row.tokensPerSecond()),
                Harmless.line(Texts.get("cli.usage.who", row.model() == null ? Figures.UNKNOWN : row.model(),
                        labels.of(row.account()), row.id()), 2 * LONGEST_NAME));
    }
}
