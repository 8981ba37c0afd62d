package app.pitot.usage.report;

import app.pitot.transfer.CsvText;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Past use in rows, as RFC 4180 has them. The columns are those of {@code src/docs/formats/usage.md}; new ones come last. The
 * rows add up to the total, except for medians.
 */
public final class UsageCsv {
    private static final String COLUMNS = "from,until,zone,provider,account_id,account,model," + TotalsCells.COLUMNS;
    private static final Key ALL = new Key(null, null, null);

    private final UsageReport report;
    private final AccountLabels labels;
    private final OutputStream out;

    /** What a row is. */
    public enum Rows {
        /** A group over the whole stretch. */
        GROUPS,
        /** An hour or a day of all. */
        SLOTS,
        /** A group in an hour or a day. */
        GROUPS_IN_SLOTS
    }

    private UsageCsv(UsageReport report, AccountLabels labels, OutputStream out) {
        this.report = report;
        this.labels = labels;
        this.out = out;
    }

    /** The names of the columns, in their order. */
    public static List<String> columns() {
        return List.of(COLUMNS.split(","));
    }

    public static void write(UsageReport report, Rows rows, AccountLabels labels, OutputStream out)
            throws IOException {
        var csv = new UsageCsv(report, labels, out);
        csv.line(columns());
        switch (rows) {
            case GROUPS -> {
                for (var group : report.groups()) {
                    csv.row(report.query().from(), report.query().until(), group.key(), group.totals());
                }
            }
            case SLOTS -> {
                for (var slot : report.slots()) {
                    csv.row(slot.from(), slot.until(), ALL, slot.total());
                }
            }
            case GROUPS_IN_SLOTS -> csv.both();
        }
    }

    private void both() throws IOException {
        for (var slot : report.slots()) {
            for (var group : report.groups()) {
                var totals = slot.groups().get(group.key());
                if (totals != null) {
                    row(slot.from(), slot.until(), group.key(), totals);
                }
            }
        }
    }

    private void row(Instant from, Instant until, Key key, Totals totals) throws IOException {
        var cells = new ArrayList<String>();
        cells.add(from.toString());
        cells.add(until.toString());
        cells.add(CsvText.text(report.query().zone().getId()));
        cells.add(CsvText.text(key.provider()));
        cells.add(CsvText.text(key.account()));
        cells.add(CsvText.text(labels.of(key.account())));
        cells.add(CsvText.text(key.model()));
        cells.addAll(TotalsCells.of(totals));
        line(cells);
    }

    private void line(List<String> cells) throws IOException {
        out.write(CsvText.line(cells).getBytes(StandardCharsets.UTF_8));
    }
}
