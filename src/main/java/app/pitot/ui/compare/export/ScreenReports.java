package app.pitot.ui.compare.export;

import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.report.CsvReport;
import app.pitot.compare.report.JsonReport;
import app.pitot.compare.report.MarkdownReport;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.compare.pictures.PictureFile;
import app.pitot.ui.export.FileFormat;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Scene;

/** The reports as everybody has them, and pictures in the colours of the window. */
public final class ScreenReports implements Reports {
    private final Jobs jobs;
    private final ZoneId zone;
    private final Supplier<Measure> measure;
    private final Supplier<Scene> scene;

    /**
     * @param zone in which times are told
     * @param measure that the pictures show
     * @param scene whose colours they have
     */
    public ScreenReports(Jobs jobs, ZoneId zone, Supplier<Measure> measure, Supplier<Scene> scene) {
        this.jobs = jobs;
        this.zone = zone;
        this.measure = measure;
        this.scene = scene;
    }

    @Override
    public String text(Comparison run, FileFormat format) {
        return switch (format) {
            case CSV -> CsvReport.of(run);
            case JSON -> JsonReport.of(run);
            case MARKDOWN -> MarkdownReport.of(run, zone);
            case PNG -> throw new IllegalArgumentException("a picture is no text");
        };
    }

    @Override
    public CompletableFuture<byte[]> picture(Comparison run) {
        var done = new CompletableFuture<byte[]>();
        var shown = measure.get();
        jobs.start(() -> PictureFile.of(run, shown), file -> {
            try {
                var image = file.paint(PictureFile.Kind.ALL, scene.get(), zone);
                jobs.start(() -> PictureFile.png(image), done::complete, done::completeExceptionally);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
                throw e;
            }
        }, done::completeExceptionally);
        return done;
    }
}
