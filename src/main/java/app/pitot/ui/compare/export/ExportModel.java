package app.pitot.ui.compare.export;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.transfer.Exporter;
import app.pitot.transfer.TransferException;
import app.pitot.transfer.WholeFile;
import app.pitot.ui.common.Jobs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Writes the comparison that is shown into one file at a time, and says what came of it. JavaFX thread only. */
public final class ExportModel {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm", Locale.ROOT);
    private static final int FEW_WORDS = 40;

    private final Reports reports;
    private final Jobs jobs;
    private final ZoneId zone;
    private final Consumer<String> clipboard;
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /**
     * @param zone in which the day in a file's name is told
     * @param clipboard takes text; called on the JavaFX thread
     */
    public ExportModel(Reports reports, Jobs jobs, ZoneId zone, Consumer<String> clipboard) {
        this.reports = reports;
        this.jobs = jobs;
        this.zone = zone;
        this.clipboard = clipboard;
    }

    /** What would be written: as it is when that is asked for. Null for nothing; writable. */
    public ObjectProperty<Comparison> comparison() {
        return comparison;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What came of the last one; empty if there is nothing to say. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** A name for the file that the set, or the prompt, suggests, with its day, without ending. */
    public String fileName() {
        var run = comparison.get();
        var title = run.name() == null || run.name().isBlank() ? run.setup().prompt() : run.name();
        int most = Math.min(title.length(), FEW_WORDS);
        var few = title.substring(0, most > 0 && Character.isHighSurrogate(title.charAt(most - 1)) ? most - 1 : most);
        return Exporter.fileName(few.isBlank() ? Texts.get("export.untitled") : few) + " "
                + DAY.format(run.startedAt().atZone(zone));
    }

    public void export(ReportFormat format, Path target) {
        var run = comparison.get();
        if (running.get() || run == null) {
            return;
        }
        begin("export.writing");
        if (format == ReportFormat.PNG) {
            reports.picture(run).whenComplete((bytes, trouble) -> jobs.later(() -> {
                if (trouble == null) {
                    write(() -> bytes, target);
                } else {
                    end(Texts.get("export.picture.failed"));
                }
            }));
        } else {
            write(() -> reports.text(run, format).getBytes(StandardCharsets.UTF_8), target);
        }
    }

    public void copyMarkdown() {
        var run = comparison.get();
        if (running.get() || run == null) {
            return;
        }
        begin("export.copying");
        jobs.start(() -> reports.text(run, ReportFormat.MARKDOWN), text -> {
            clipboard.accept(text);
            end(Texts.get("export.copied"));
        }, _ -> end(Texts.get("export.broken")));
    }

    /** Takes away what was said. */
    public void putAway() {
        if (!running.get()) {
            words.set("");
        }
    }

    private void write(Callable<byte[]> content, Path target) {
        jobs.start(() -> {
            var bytes = content.call();
            WholeFile.write(target, out -> out.write(bytes));
            return target;
        }, _ -> end(Texts.get("export.done", target.getFileName().toString())),
                failure -> end(failure instanceof TransferException
                        ? failure.getMessage()
                        : Texts.get("export.broken")));
    }

    private void begin(String key) {
        running.set(true);
        words.set(Texts.get(key));
    }

    private void end(String sentence) {
        running.set(false);
        words.set(sentence);
    }
}
