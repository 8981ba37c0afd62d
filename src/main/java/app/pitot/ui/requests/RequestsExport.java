package app.pitot.ui.requests;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.transfer.TransferException;
import app.pitot.ui.export.ExportWords;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.export.FileFormat;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.UsageException;
import app.pitot.usage.Usages;
import app.pitot.usage.report.AccountLabels;
import app.pitot.usage.report.RequestsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * All requests that pass the filter as a file, not only those that have been scrolled to.
 *
 * @param labels asked in the background
 * @param zone in which times are told to read
 */
public record RequestsExport(RequestFilter filter, Usages usages, Supplier<AccountLabels> labels, ZoneId zone,
        Clocks clocks)
        implements
            Exportable {
    /** What its menu says. */
    public static ExportWords words() {
        return new ExportWords(Texts.get("requests.export.help"), Texts.get("requests.export.title"),
                Map.of(FileFormat.CSV, Texts.get("requests.export.csv"), FileFormat.JSON,
                        Texts.get("requests.export.json"), FileFormat.MARKDOWN,
                        Texts.get("requests.export.markdown")));
    }

    @Override
    public String fileName() {
        return Texts.get("requests.export.file", LocalDate.ofInstant(clocks.now(), zone).toString());
    }

    @Override
    public void write(FileFormat format, OutputStream out) throws IOException, TransferException {
        var file = new RequestsFile(usages, filter, labels.get());
        try {
            switch (format) {
                case CSV -> file.csv(null, out);
                case JSON -> file.json(null, out);
                case MARKDOWN -> file.markdown(null, zone, out);
                case PNG -> throw new IllegalArgumentException("a picture is no text");
            }
        } catch (UsageException e) {
            throw new TransferException(Texts.get("requests.export.unread", e.getMessage()), e);
        }
    }

    @Override
    public CompletableFuture<byte[]> picture() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("a list is no picture"));
    }
}
