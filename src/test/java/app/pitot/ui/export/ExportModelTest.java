package app.pitot.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.transfer.TransferException;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualExecutor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {
    @TempDir
    Path folder;

    private final ManualExecutor background = new ManualExecutor();
    private final List<String> copied = new ArrayList<>();
    private CompletableFuture<byte[]> picture = CompletableFuture.completedFuture(new byte[]{1, 2, 3});
    private final ExportModel model = new ExportModel(new Jobs(background, Runnable::run), copied::add);
    private TransferException trouble;

    private final class Shown implements Exportable {
        @Override
        public String fileName() {
            return "shown";
        }

        @Override
        public void write(FileFormat format, OutputStream out) throws IOException, TransferException {
            out.write((format + " of it ☂").getBytes(StandardCharsets.UTF_8));
            if (trouble != null) {
                throw trouble;
            }
        }

        @Override
        public CompletableFuture<byte[]> picture() {
            return picture;
        }
    }

    @BeforeEach
    void show() {
        model.subject().set(new Shown());
    }

    @Test
    void writesTextAndSaysWhere() {
        var file = folder.resolve("a.csv");
        model.export(FileFormat.CSV, file);
        assertThat(model.running().get()).isTrue();
        assertThat(model.words().get()).isEqualTo(Texts.get("export.writing"));
        background.runAll();
        assertThat(file).hasContent("CSV of it ☂");
        assertThat(model.running().get()).isFalse();
        assertThat(model.words().get()).contains("a.csv");
        model.putAway();
        assertThat(model.words().get()).isEmpty();
    }

    @Test
    void writesPictures() {
        model.export(FileFormat.PNG, folder.resolve("a.png"));
        background.runAll();
        assertThat(folder.resolve("a.png")).hasBinaryContent(new byte[]{1, 2, 3});
    }

    @Test
    void aPictureThatCannotBeDrawnIsSaid() {
        picture = CompletableFuture.failedFuture(new IllegalStateException("no pixels"));
        model.export(FileFormat.PNG, folder.resolve("a.png"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("export.picture.failed"));
        assertThat(model.running().get()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasThereStaysIfItFails() throws Exception {
        model.export(FileFormat.JSON, folder.resolve("no/such/place.json"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("transfer.folder.gone"));
        Files.createDirectory(folder.resolve("a"));
        model.export(FileFormat.JSON, folder.resolve("a"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("transfer.target.folder"));
    }

    @Test
    void oneAtATime() {
        model.export(FileFormat.CSV, folder.resolve("a.csv"));
        model.export(FileFormat.CSV, folder.resolve("b.csv"));
        model.copyMarkdown();
        background.runAll();
        assertThat(folder.resolve("b.csv")).doesNotExist();
        assertThat(copied).isEmpty();
    }

    @Test
    void copiesMarkdown() {
        model.copyMarkdown();
        background.runAll();
        assertThat(copied).containsExactly("MARKDOWN of it ☂");
        assertThat(model.words().get()).isEqualTo(Texts.get("export.copied"));
    }

    @Test
    void nothingShownIsNothingWritten() {
        model.subject().set(null);
        model.export(FileFormat.CSV, folder.resolve("a.csv"));
        model.copyMarkdown();
        assertThat(background.size()).isZero();
    }

    @Test
    void whatCannotBeHadIsSaidAndNothingIsLeft() {
        trouble = new TransferException("The past cannot be read.", null);
        model.export(FileFormat.CSV, folder.resolve("a.csv"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo("The past cannot be read.");
        assertThat(folder).isEmptyDirectory();
        model.copyMarkdown();
        background.runAll();
        assertThat(copied).isEmpty();
    }

    @Test
    void theNameSaysWhatItIsToBe() {
        var all = Set.of(FileFormat.values());
        assertThat(FileFormat.CSV.of(Path.of("x.MD"), all)).isEqualTo(FileFormat.MARKDOWN);
        assertThat(FileFormat.CSV.of(Path.of("x"), all)).isEqualTo(FileFormat.CSV);
        assertThat(FileFormat.CSV.of(Path.of("x.png"), Set.of(FileFormat.CSV))).isEqualTo(FileFormat.CSV);
    }
}
