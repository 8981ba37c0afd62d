package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.store.Backups;
import app.pitot.store.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryBackupsCommandTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return PitotCli.run(args, null, new PrintWriter(out), new PrintWriter(err));
    }

    private void makeOne() throws Exception {
        try (var database = new Database(temp, Clocks.system(), problem -> {})) {
            database.openSoon();
        }
        Files.createDirectories(temp.resolve("backups"));
        Files.copy(temp.resolve("pitot.db"), temp.resolve("backups/pitot-2026-11-20.db"));
    }

    @Test
    void listsAndRestores() throws Exception {
        var folder = temp.toString();
        assertThat(run("history", "backups", "--data-dir", folder)).isZero();
        assertThat(out.toString()).contains("no backups");
        makeOne();
        assertThat(run("history", "backups", "--data-dir", folder)).isZero();
        assertThat(out.toString()).contains("pitot-2026-11-20.db").contains("bytes");
        assertThat(run("history", "restore", "--data-dir", folder, "pitot-2026-11-20.db")).isZero();
        assertThat(out.toString()).contains("next started");
        assertThat(Backups.in(temp).restoreWaits()).isTrue();
    }

    @Test
    void refusesWhatIsNoBackup() throws Exception {
        assertThat(run("history")).isEqualTo(2);
        assertThat(run("history", "restore", "--data-dir", temp.toString(), "../pitot.db")).isEqualTo(2);
        Files.createDirectories(temp.resolve("backups"));
        Files.writeString(temp.resolve("backups/pitot-2026-11-20.db"), "no database at all ".repeat(100));
        assertThat(run("history", "restore", "--data-dir", temp.toString(), "pitot-2026-11-20.db")).isEqualTo(1);
        assertThat(err.toString()).contains("not a whole backup");
        assertThat(Backups.in(temp).restoreWaits()).isFalse();
    }
}
