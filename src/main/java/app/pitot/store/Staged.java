package app.pitot.store;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup that is to take the database's place at the next start, before anything is opened. What it replaces is kept
 * under another name.
 */
final class Staged {
    private static final Logger LOG = LoggerFactory.getLogger(Staged.class);

    private Staged() {}

    /**
     * Puts a copy of {@code backup} beside the database.
     *
     * @throws IOException if it cannot be copied, or is not whole: nothing was staged
     */
    static void stage(Path database, Path backup) throws IOException {
        var part = sibling(database, ".restore.part");
        try {
            Files.deleteIfExists(part);
            DataFolder.createPrivate(part);
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            DataFolder.tighten(part);
            if (!good(part, Integer.MAX_VALUE)) {
                throw new IOException(Texts.get("store.restore.bad", backup.getFileName().toString()));
            }
            DataFolder.force(part);
            SafeFile.move(part, sibling(database, ".restore"));
            SafeFile.forceFolder(database.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** True if one waits for the next start. */
    static boolean waits(Path database) {
        return Files.isRegularFile(sibling(database, ".restore"));
    }

    /**
     * Puts what waits in the database's place, unless somebody has the database open; then it goes on waiting.
     *
     * @return what to tell the user, or null if nothing was done
     */
    static String swapIn(Path database, Recovery recovery, int latest) throws IOException {
        var staged = sibling(database, ".restore");
        if (!Files.isRegularFile(staged)) {
            return null;
        }
        if (!good(staged, latest)) {
            var refused = staged.resolveSibling(staged.getFileName() + "-refused");
            Files.move(staged, refused, StandardCopyOption.REPLACE_EXISTING);
            return Texts.get("store.restore.refused", refused.getFileName().toString());
        }
        if (!aloneWith(database)) {
            return Texts.get("store.restore.open");
        }
        var aside = Files.exists(database) ? recovery.moveAside(".replaced-") : null;
        SafeFile.move(staged, database);
        DataFolder.force(database);
        return aside == null
                ? Texts.get("store.restore.done")
                : Texts.get("store.restore.replaced", aside);
    }

    /** Leaving the write-ahead mode needs the file for oneself alone; that tells whether others have it open. */
    private static boolean aloneWith(Path database) {
        if (Files.notExists(database)) {
            return true;
        }
        try (var connection = Sql.open(database)) {
            Sql.run(connection, "PRAGMA journal_mode = DELETE");
            return true;
        } catch (SQLException e) {
            LOG.info("the database to be replaced: {}", e.getMessage());
            // A damaged one is replaced all the same.
            return DatabaseFile.damaged(e);
        }
    }

    private static boolean good(Path file, int latest) {
        try (var connection = Sql.openToRead(file, true)) {
            int version = Sql.number(connection, "PRAGMA user_version");
            return Sql.number(connection, "PRAGMA application_id") == Migrations.APPLICATION_ID && version > 0
                    && version <= latest && Findings.of(connection).whole();
        } catch (SQLException e) {
            LOG.warn("{} is no good backup: {}", file.getFileName(), e.getMessage());
            return false;
        }
    }

    private static Path sibling(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
