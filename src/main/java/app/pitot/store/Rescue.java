package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For when somebody removes or replaces the database's files while they are open. What was removed is still there for who
 * has it open, so it can be written anew; where files cannot be removed while they are open, this never happens.
 */
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    private final Path file;
    private final Clocks clocks;

    Rescue(Path file, Clocks clocks) {
        this.file = file;
        this.clocks = clocks;
    }

    /**
     * @param open still has what was there
     * @param sidesOnly true if the database itself is in its place
     * @param ours endings of the names at which our side files still stand
     * @param closing closes {@code open} and all other connections of this process
     * @return what to tell the user
     */
    String run(Connection open, boolean sidesOnly, List<String> ours, DatabaseFile.Closing closing)
            throws SQLException, IOException {
        if (sidesOnly) {
            // The log that nobody else can find any more goes into the database.
            Sql.run(open, "PRAGMA wal_checkpoint(FULL)");
            closing.run();
            return Texts.get("store.sides", name());
        }
        var part = file.resolveSibling(name() + ".rescued.part");
        boolean whole = copy(open, part);
        closing.run();
        if (!whole) {
            Files.deleteIfExists(part);
            return Texts.get("store.displaced.lost", name());
        }
        // The copy has what they hold, and they would spoil whatever stands beside them.
        for (var suffix : ours) {
            Files.deleteIfExists(file.resolveSibling(name() + suffix));
        }
        if (Files.notExists(file)) {
            try {
                Files.move(part, file);
                DataFolder.force(file);
                return Texts.get("store.gone", name());
            } catch (FileAlreadyExistsException e) {
                LOG.info("Something else took the place meanwhile.");
            }
        }
        var kept = name() + ".replaced-" + clocks.now().toString().replace(":", "").replace("-", "");
        SafeFile.move(part, file.resolveSibling(kept));
        return Texts.get("store.displaced", name(), kept);
    }

    private static boolean copy(Connection open, Path part) throws IOException {
        try {
            Files.deleteIfExists(part);
            DataFolder.createPrivate(part);
            try (var statement = open.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, part.toAbsolutePath().toString());
                statement.execute();
            }
            DataFolder.force(part);
            return true;
        } catch (SQLException e) {
            LOG.warn("What was open cannot be read any more: {}", e.getMessage());
            return false;
        }
    }

    private String name() {
        return file.getFileName().toString();
    }
}
