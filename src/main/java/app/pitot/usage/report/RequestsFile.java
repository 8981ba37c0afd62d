package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.transfer.CsvText;
import app.pitot.transfer.JsonText;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.Usages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Requests as a file, the newest first, read page by page: as many as there are fit into little memory. Blocks on the disk. */
public final class RequestsFile {
    private static final int PAGE = 500;
    /** In a page to read. */
    private static final int READABLE = 200;

    private final Usages usages;
    private final RequestFilter filter;
    private final AccountLabels labels;

    public RequestsFile(Usages usages, RequestFilter filter, AccountLabels labels) {
        this.usages = usages;
        this.filter = filter;
        this.labels = labels;
    }

    private interface Row {
        void take(RequestRow row) throws IOException;
    }

    /** The names of the columns of {@link #csv}, in their order. */
    public static List<String> columns() {
        return List.of(RequestCells.COLUMNS.split(","));
    }

    /** As RFC 4180 has it. @param most no more than the newest so many; null for all */
    public void csv(Integer most, OutputStream out) throws IOException, UsageException {
        out.write(CsvText.line(columns()).getBytes(StandardCharsets.UTF_8));
        each(most, row -> out.write(CsvText.line(RequestCells.of(row, labels)).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * One object, with a request in each line. See {@code src/docs/formats/usage.md}.
     *
     * @param most no more than the newest so many; null for all
     */
    public void json(Integer most, OutputStream out) throws IOException, UsageException {
        out.write(("{\"pitot\":" + UsageJson.VERSION + ",\"requests\":[").getBytes(StandardCharsets.UTF_8));
        var before = new byte[][]{"\n".getBytes(StandardCharsets.UTF_8)};
        each(most, row -> {
            out.write(before[0]);
            before[0] = ",\n".getBytes(StandardCharsets.UTF_8);
            out.write(JsonText.bytes(RequestJson.write(row, labels)));
        });
        out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The newest as a table in Markdown.
     *
     * @param most no more than so many; null for as many as a page to read has
     * @param zone in which times are told
     */
    public void markdown(Integer most, ZoneId zone, OutputStream out) throws IOException, UsageException {
        int shown = most == null ? READABLE : most;
        var some = newest(shown + 1);
        var text = RequestsTable.of(some.subList(0, Math.min(shown, some.size())), labels, zone);
        var more = some.size() > shown ? "\n" + Texts.get("usage.report.requests.more", shown) + "\n" : "";
        out.write((text + more).getBytes(StandardCharsets.UTF_8));
    }

    /** @param most no more than so many; at least 1 */
    public List<RequestRow> newest(int most) throws UsageException {
        var found = new ArrayList<RequestRow>();
        while (found.size() < most) {
            var last = found.isEmpty() ? null : found.getLast();
            int asked = Math.min(PAGE, most - found.size());
            var page = usages.requests(filter, last, asked);
            found.addAll(page);
            if (page.size() < asked) {
                break;
            }
        }
        return found;
    }

    private void each(Integer most, Row taker) throws IOException, UsageException {
        RequestRow last = null;
        long left = most == null ? Long.MAX_VALUE : most;
        while (left > 0) {
            var page = usages.requests(filter, last, (int) Math.min(PAGE, left));
            for (var row : page) {
                taker.take(row);
            }
            if (page.size() < PAGE) {
                return;
            }
            left -= page.size();
            last = page.getLast();
        }
    }
}
