package app.pitot.ui.compare.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Runs;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
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
    private final ExportModel model = new ExportModel(new Reports() {
        @Override
        public String text(Comparison run, ReportFormat format) {
            return format + " of " + run.name() + " ☂";
        }

        @Override
        public CompletableFuture<byte[]> picture(Comparison run) {
            return picture;
        }
    }, new Jobs(background, Runnable::run), ZoneOffset.UTC, copied::add);

    @BeforeEach
    void show() {
        model.comparison().set(Runs.rounds(2, Runs.three()));
    }

    @Test
    void writesTextAndSaysWhere() {
        var file = folder.resolve("a.csv");
        model.export(ReportFormat.CSV, file);
        assertThat(model.running().get()).isTrue();
        assertThat(model.words().get()).isEqualTo(Texts.get("export.writing"));
        background.runAll();
        assertThat(file).hasContent("CSV of Token bucket explained ☂");
        assertThat(model.running().get()).isFalse();
        assertThat(model.words().get()).contains("a.csv");
        model.putAway();
        assertThat(model.words().get()).isEmpty();
    }

    @Test
    void writesPictures() {
        model.export(ReportFormat.PNG, folder.resolve("a.png"));
        background.runAll();
        assertThat(folder.resolve("a.png")).hasBinaryContent(new byte[]{1, 2, 3});
    }

    @Test
    void aPictureThatCannotBeDrawnIsSaid() {
        picture = CompletableFuture.failedFuture(new IllegalStateException("no pixels"));
        model.export(ReportFormat.PNG, folder.resolve("a.png"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("export.picture.failed"));
        assertThat(model.running().get()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasThereStaysIfItFails() throws Exception {
        model.export(ReportFormat.JSON, folder.resolve("no/such/place.json"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("transfer.folder.gone"));
        Files.createDirectory(folder.resolve("a"));
        model.export(ReportFormat.JSON, folder.resolve("a"));
        background.runAll();
        assertThat(model.words().get()).isEqualTo(Texts.get("transfer.target.folder"));
    }

    @Test
    void oneAtATime() {
        model.export(ReportFormat.CSV, folder.resolve("a.csv"));
        model.export(ReportFormat.CSV, folder.resolve("b.csv"));
        model.copyMarkdown();
        background.runAll();
        assertThat(folder.resolve("b.csv")).doesNotExist();
        assertThat(copied).isEmpty();
    }

    @Test
    void copiesMarkdown() {
        model.copyMarkdown();
        background.runAll();
        assertThat(copied).containsExactly("MARKDOWN of Token bucket explained ☂");
        assertThat(model.words().get()).isEqualTo(Texts.get("export.copied"));
    }

    @Test
    void nothingShownIsNothingWritten() {
        model.comparison().set(null);
        model.export(ReportFormat.CSV, folder.resolve("a.csv"));
        model.copyMarkdown();
        assertThat(background.size()).isZero();
    }

    @Test
    void namesTellWhatAndWhen() {
        assertThat(model.fileName()).isEqualTo("Token bucket explained 2026-04-14 12-00");
        assertThat(ReportFormat.CSV.of(Path.of("x.MD"))).isEqualTo(ReportFormat.MARKDOWN);
        assertThat(ReportFormat.CSV.of(Path.of("x"))).isEqualTo(ReportFormat.CSV);
    }
}
