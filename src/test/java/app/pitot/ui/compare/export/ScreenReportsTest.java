package app.pitot.ui.compare.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Measure;
import app.pitot.compare.Runs;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.export.FileFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenReportsTest extends FxTest {
    @TempDir
    Path folder;

    @Test
    void everyFormatIsWritten() throws Exception {
        var scene = show(StackPane::new, 300, 200).getScene();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = new Jobs(background, Platform::runLater);
            var reports = new ScreenReports(jobs, ZoneOffset.UTC, () -> Measure.OUTPUT_SPEED, () -> scene);
            var model = new ExportModel(jobs, _ -> {});
            for (var format : FileFormat.values()) {
                var file = folder.resolve("run." + format.ending());
                onFx(() -> {
                    model.subject().set(new ComparisonExport(Runs.rounds(12, Runs.three()), reports, ZoneOffset.UTC));
                    model.export(format, file);
                });
                assertThat(comes(() -> !model.running().get())).isTrue();
                assertThat(fx(() -> model.words().get())).contains(file.getFileName().toString());
                assertThat(Files.size(file)).isGreaterThan(500);
            }
        }
        assertThat(Files.readAllBytes(folder.resolve("run.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("run.csv")).content().startsWith("comparison,");
        assertThat(folder.resolve("run.json")).content().startsWith("{");
        assertThat(folder.resolve("run.md")).content().contains("|");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void namesTellWhatAndWhen() {
        assertThat(new ComparisonExport(Runs.rounds(2, Runs.three()), null, ZoneOffset.UTC).fileName())
                .isEqualTo("Token bucket explained 2026-04-14 12-00");
    }
}
