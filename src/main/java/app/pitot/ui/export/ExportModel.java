package app.pitot.ui.export;

import app.pitot.base.Texts;
import app.pitot.transfer.TransferException;
import app.pitot.transfer.WholeFile;
import app.pitot.ui.common.Jobs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Writes what is shown into one file at a time, and says what came of it. JavaFX thread only. */
public final class ExportModel {
    private final Jobs jobs;
    private final Consumer<String> clipboard;
    private final ObjectProperty<Exportable> subject = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /** @param clipboard takes text; called on the JavaFX thread */
    public ExportModel(Jobs jobs, Consumer<String> clipboard) {
        this.jobs = jobs;
        this.clipboard = clipboard;
    }

    /** What would be written: as it is when that is asked for. Null for nothing; writable. */
    public ObjectProperty<Exportable> subject() {
        return subject;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What came of the last one; empty if there is nothing to say. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    public void export(FileFormat format, Path target) {
        var shown = subject.get();
        if (running.get() || shown == null) {
            return;
        }
        begin("export.writing");
        if (format == FileFormat.PNG) {
            shown.picture().whenComplete((bytes, trouble) -> jobs.later(() -> {
                if (trouble == null) {
                    write(out -> out.write(bytes), target);
                } else {
                    end(Texts.get("export.picture.failed"));
                }
            }));
        } else {
            write(out -> shown.write(format, out), target);
        }
    }

    public void copyMarkdown() {
        var shown = subject.get();
        if (running.get() || shown == null) {
            return;
        }
        begin("export.copying");
        jobs.start(() -> {
            var bytes = new ByteArrayOutputStream();
            shown.write(FileFormat.MARKDOWN, bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }, text -> {
            clipboard.accept(text);
            end(Texts.get("export.copied"));
        }, this::failed);
    }

    /** Takes away what was said. */
    public void putAway() {
        if (!running.get()) {
            words.set("");
        }
    }

    private void write(WholeFile.Content content, Path target) {
        jobs.start(() -> {
            WholeFile.write(target, content);
            return target;
        }, _ -> end(Texts.get("export.done", target.getFileName().toString())), this::failed);
    }

    private void failed(Throwable failure) {
        end(failure instanceof TransferException ? failure.getMessage() : Texts.get("export.broken"));
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
