package app.pitot.ui.usage.export;

import app.pitot.base.Texts;
import app.pitot.transfer.TransferException;
import app.pitot.ui.export.ExportWords;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.export.FileFormat;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import app.pitot.usage.report.AccountLabels;
import app.pitot.usage.report.Stretch;
import app.pitot.usage.report.UsageCsv;
import app.pitot.usage.report.UsageJson;
import app.pitot.usage.report.UsageMarkdown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The past use that is shown as a file.
 *
 * @param report what is shown
 * @param usages asked for what a page to read has beside it
 * @param labels asked in the background
 * @param reported what providers say of the same accounts
 * @param now when it is made
 * @param pictures of what is shown
 */
public record UsageExport(UsageReport report, Usages usages, Supplier<AccountLabels> labels,
        List<Reconciliation> reported, Instant now, Supplier<CompletableFuture<byte[]>> pictures)
        implements
            Exportable {
    public UsageExport {
        reported = List.copyOf(reported);
    }

    /** What its menu says. */
    public static ExportWords words() {
        return new ExportWords(Texts.get("usage.export.help"), Texts.get("usage.export.title"),
                Map.of(FileFormat.CSV, Texts.get("usage.export.csv"), FileFormat.JSON, Texts.get("usage.export.json"),
                        FileFormat.MARKDOWN, Texts.get("usage.export.markdown"), FileFormat.PNG,
                        Texts.get("usage.export.png")));
    }

    @Override
    public String fileName() {
        var query = report.query();
        var begin = report.oldest() != null && report.oldest().isAfter(query.from()) ? report.oldest() : query.from();
        var first = LocalDate.ofInstant(begin, query.zone());
        var last = LocalDate.ofInstant(query.until().minusNanos(1), query.zone());
        return first.equals(last)
                ? Texts.get("usage.export.file.day", first.toString())
                : Texts.get("usage.export.file", first.toString(), last.toString());
    }

    @Override
    public void write(FileFormat format, OutputStream out) throws IOException, TransferException {
        switch (format) {
            case CSV -> UsageCsv.write(report, UsageCsv.Rows.GROUPS_IN_SLOTS, labels.get(), out);
            case JSON -> UsageJson.write(report, reported, labels.get(), out);
            case MARKDOWN -> out.write(markdown().getBytes(StandardCharsets.UTF_8));
            case PNG -> throw new IllegalArgumentException("a picture is no text");
        }
    }

    private String markdown() throws TransferException {
        try {
            return UsageMarkdown.of(Stretch.read(usages, report.query()), reported, labels.get(), now);
        } catch (UsageException e) {
            throw new TransferException(Texts.get("usage.export.unread", e.getMessage()), e);
        }
    }

    @Override
    public CompletableFuture<byte[]> picture() {
        return pictures.get();
    }
}
