package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.store.Backups;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.settings.DeletionModel.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting backups, on real files. */
class BackupsModelTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();

    private BackupsModel model() {
        return new BackupsModel(Backups.in(folder), new Jobs(background::add, Runnable::run), ZoneOffset.UTC);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private Path backup(String day) throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        return Files.write(folder.resolve("backups").resolve("pitot-" + day + ".db"), new byte[1_000_000]);
    }

    @Test
    void nothingIsDeletedBeforeItIsAskedAndAnswered() throws IOException {
        var one = backup("2026-11-20");
        backup("2026-11-21");
        var model = model();
        model.delete();
        work();
        model.look();
        work();
        assertThat(model.count().get()).isEqualTo(2);
        assertThat(model.words().get()).startsWith("2 backups, 2.0 MB in all");
        model.ask();
        work();
        assertThat(model.step().get()).isEqualTo(Step.ASKED);
        assertThat(model.question().get()).startsWith("Delete all 2 backups, 2.0 MB? They cannot be brought back.");
        model.keep();
        model.delete();
        work();
        assertThat(model.step().get()).isEqualTo(Step.IDLE);
        assertThat(one).exists();
    }

    @Test
    void withoutASoundDatabaseTheNewestStaysAndThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("pitot.db"), "this is no database, whatever its name may be");
        var old = backup("2026-11-20");
        Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.from(java.time.Instant.EPOCH));
        var latest = backup("2026-11-21");
        var model = model();
        model.ask();
        work();
        model.delete();
        assertThat(model.step().get()).isEqualTo(Step.WORKING);
        model.delete();
        work();
        assertThat(old).doesNotExist();
        assertThat(latest).exists();
        assertThat(model.words().get()).startsWith("One backup was deleted. The one of ")
                .endsWith("stays, because pitot.db is damaged or could not be read through.");
        assertThat(model.count().get()).isOne();
    }

    @Test
    void withoutBackupsNothingIsAsked() {
        var model = model();
        model.ask();
        work();
        assertThat(model.step().get()).isEqualTo(Step.IDLE);
        assertThat(model.words().get()).startsWith("There is no backup yet");
    }
}
