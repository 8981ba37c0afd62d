package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.transfer.CsvText;
import app.pitot.transfer.MarkdownTable;
import app.pitot.usage.RequestRow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Requests as a table in Markdown. */
final class RequestsTable {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    private RequestsTable() {}

    static String of(List<RequestRow> rows, AccountLabels labels, ZoneId zone) {
        var titles = List.of(Texts.get("usage.report.column.began"), Texts.get("usage.report.column.status"),
                Texts.get("usage.report.column.model"), Texts.get("usage.report.column.account"),
                Texts.get("usage.report.column.prompt"), Texts.get("usage.report.column.completion"),
                Texts.get("usage.report.column.cost"), Texts.get("usage.report.column.ttft"),
                Texts.get("usage.report.column.speed"));
        return "# " + Texts.get("usage.report.requests") + "\n\n"
                + Texts.get("usage.report.requests.zone", zone.getId())
                + "\n\n" + MarkdownTable.of(titles, 4, rows.stream().map(row -> cells(row, labels, zone)).toList())
                + "\n";
    }

    private static List<String> cells(RequestRow row, AccountLabels labels, ZoneId zone) {
        return List.of(AT.format(row.startedAt().atZone(zone)), StatusWords.of(row.status()),
                row.model() == null ? Figures.UNKNOWN : MarkdownTable.words(row.model()),
                MarkdownTable.words(labels.of(row.account())), Figures.tokens(row.promptTokens(), row.basis()),
                Figures.tokens(row.completionTokens(), row.basis()),
                row.costMicros() == null ? Figures.UNKNOWN : CsvText.usd(row.costMicros()),
                Figures.number(row.ttftMs()), Figures.number(row.tokensPerSecond()));
    }
}
