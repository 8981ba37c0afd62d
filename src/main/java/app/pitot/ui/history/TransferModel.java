package app.pitot.ui.history;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.history.History;
import app.pitot.transfer.ExportFormat;
import app.pitot.transfer.Exporter;
import app.pitot.transfer.Importer;
import app.pitot.transfer.Progress;
import app.pitot.transfer.TransferException;
import app.pitot.ui.common.Jobs;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One export or import at a time, with how far it is and what came of it. JavaFX thread only. */
final class TransferModel {
    private final Exporter exporter;
    private final Importer importer;
    private final Jobs jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private AtomicBoolean wanted = new AtomicBoolean();

    TransferModel(History history, Clocks clocks, ZoneId zone, Jobs jobs) {
        this.exporter = new Exporter(history, zone);
        this.importer = new Importer(history, clocks);
        this.jobs = jobs;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, or what came of it; empty if there is nothing to say. */
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    void export(List<String> ids, ExportFormat format, Path target) {
        run("history.exporting", progress -> exported(exporter.write(ids, format, target, progress), target));
    }

    void exportAll(ExportFormat format, Path target) {
        run("history.exporting",
                progress -> exported(exporter.write(exporter.all(), format, target, progress), target));
    }

    void take(Path file) {
        run("history.importing", progress -> importer.run(file, progress).words());
    }

    /** Ends what runs; nothing of it is kept. */
    void cancel() {
        wanted.set(false);
    }

    void say(String sentence) {
        if (!running.get()) {
            words.set(sentence);
        }
    }

    void putAway() {
        say("");
    }

    private static String exported(int written, Path target) {
        return Texts.get("transfer.exported", written, target.getFileName().toString());
    }

    private interface Work {
        String run(Progress progress) throws TransferException;
    }

    private void run(String key, Work work) {
        if (running.get()) {
            return;
        }
        running.set(true);
        words.set(Texts.get(key, 0));
        var mine = new AtomicBoolean(true);
        wanted = mine;
        var told = new AtomicInteger();
        Callable<String> call = () -> work.run(share -> {
            int percent = (int) (share * 100);
            if (told.getAndSet(percent) != percent) {
                jobs.later(() -> progress(mine, Texts.get(key, percent)));
            }
            return mine.get();
        });
        jobs.start(call, this::ended, failure -> ended(failure instanceof TransferException
                ? failure.getMessage()
                : Texts.get("history.broken")));
    }

    private void progress(AtomicBoolean of, String sentence) {
        if (running.get() && of == wanted) {
            words.set(sentence);
        }
    }

    private void ended(String sentence) {
        running.set(false);
        words.set(sentence);
    }
}
