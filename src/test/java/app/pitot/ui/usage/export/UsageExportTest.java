package app.pitot.ui.usage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.base.Texts;
import app.pitot.transfer.TransferException;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualExecutor;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.export.FileFormat;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.Usages;
import app.pitot.usage.Uses;
import app.pitot.usage.report.AccountLabels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageExportTest {
    @TempDir
    Path folder;

    private boolean broken;

    private final Usages usages = new Usages() {
        @Override
        public UsageReport report(UsageQuery query) throws UsageException {
            if (broken) {
                throw new UsageException("The ledger cannot be read.", null);
            }
            var account = query.by() == Grouping.ACCOUNT;
            return Uses.report(query, account ? new Key("cerebras", "a1", null) : Uses.FIRST,
                    account ? new Key("openrouter", "b2", null) : Uses.SECOND);
        }

        @Override
        public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) {
            return List.of();
        }

        @Override
        public RequestRow request(String id) {
            return null;
        }
    };

    private UsageExport export() {
        return new UsageExport(Uses.report(), usages, () -> new AccountLabels(Map.of("a1", "Work")), List.of(),
                Uses.UNTIL, () -> CompletableFuture.completedFuture(new byte[]{1}));
    }

    private String written(FileFormat format) throws Exception {
        var out = new ByteArrayOutputStream();
        export().write(format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFormatHoldsWhatIsShown() throws Exception {
        assertThat(written(FileFormat.CSV)).startsWith("from,until,zone,").contains("gpt-oss-120b", "0.123456");
        assertThat(written(FileFormat.JSON)).startsWith("{\"pitot\":1,\"usage\":");
        assertThat(written(FileFormat.MARKDOWN)).startsWith("# Usage, 20 Nov 2026 to 26 Nov 2026")
                .contains("| Requests | 13 | 13 | 0 % |", "| Work (cerebras) |");
        assertThat(export().fileName()).isEqualTo("Pitot usage 2026-11-20 to 2026-11-26");
        assertThat(UsageExport.words().formats()).containsOnlyKeys(FileFormat.values());
    }

    @Test
    void aLedgerThatCannotBeReadLeavesNoFile() {
        broken = true;
        assertThatThrownBy(() -> written(FileFormat.MARKDOWN)).isInstanceOf(TransferException.class)
                .hasMessage("The ledger cannot be read. Nothing was written.");
        var background = new ManualExecutor();
        var model = new ExportModel(new Jobs(background, Runnable::run), new ArrayList<String>()::add);
        model.subject().set(export());
        model.export(FileFormat.MARKDOWN, folder.resolve("week.md"));
        background.runAll();
        assertThat(model.words().get()).contains("cannot be read");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullDiskAReadOnlyFolderAndAFileInUseSayWhatWasKept() throws Exception {
        var before = folder.resolve("usage.csv");
        Files.writeString(before, "before");
        for (var each : Map.of("No space left on device", "transfer.full", "Read-only file system",
                "transfer.target.denied", "The process cannot access the file: it is being used by another process",
                "transfer.target.busy").entrySet()) {
            var background = new ManualExecutor();
            var model = new ExportModel(new Jobs(background, Runnable::run), new ArrayList<String>()::add);
            model.subject().set(new Failing(export(), each.getKey()));
            model.export(FileFormat.CSV, before);
            background.runAll();
            assertThat(model.words().get()).isEqualTo(Texts.get(each.getValue())).contains("Nothing was written");
            assertThat(before).hasContent("before");
            assertThat(folder.toFile().list()).hasSize(1);
        }
    }

    /** A disk that refuses in the middle. */
    private record Failing(UsageExport export, String reason) implements Exportable {
        @Override
        public String fileName() {
            return export.fileName();
        }

        @Override
        public void write(FileFormat format, OutputStream out) throws IOException, TransferException {
            export.write(format, out);
            throw new FileSystemException("usage.csv", null, reason);
        }

        @Override
        public CompletableFuture<byte[]> picture() {
            return export.picture();
        }
    }
}
