package app.pitot.store;

import app.pitot.base.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * {@code traces.db}: what requests sent and received. A file of its own, so that it can be as large as the user allows without
 * being in every backup of the ledger, and can be lost without a loss. Used by one thread, {@link #toRead} apart.
 */
final class TraceFile implements AutoCloseable {
    static final String NAME = "traces.db";
    /** "PitT" in ASCII. */
    private static final int APPLICATION_ID = 0x50697454;
    private static final int VERSION = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String[] SIDES = {"", "-wal", "-shm"};

    private final Path file;
    private final Clocks clocks;
    private final Runnable damaged;
    private Connection connection;

    /** Touches no disk yet. @param damaged told when a damaged file was removed and a new one begun */
    TraceFile(Path folder, Clocks clocks, Runnable damaged) {
        this.file = folder.resolve(NAME);
        this.clocks = clocks;
        this.damaged = damaged;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Opens it if need be; makes it if it is not there. */
    Connection connection() throws SQLException, IOException {
        if (connection != null && !exists()) {
            close();
        }
        if (connection == null) {
            try {
                connection = open();
            } catch (SQLException e) {
                if (!DatabaseFile.damaged(e)) {
                    throw e;
                }
                discard();
                connection = open();
            }
        }
        return connection;
    }

    /** Removes it with all that is in it, because it is damaged. */
    void discard() throws SQLException, IOException {
        close();
        for (var side : SIDES) {
            Files.deleteIfExists(file.resolveSibling(NAME + side));
        }
        damaged.run();
    }

    private Connection open() throws SQLException, IOException {
        boolean toRead = DatabaseFile.readOnly(file);
        if (!toRead) {
            DataFolder.create(file.getParent());
            DataFolder.createPrivate(file);
            for (var side : SIDES) {
                DataFolder.tighten(file.resolveSibling(NAME + side));
            }
        }
        var opened = toRead ? Sql.openToRead(file, DatabaseFile.logless(file)) : Sql.open(file);
        try {
            Sql.run(opened, "PRAGMA busy_timeout = " + PATIENCE.toMillis());
            int version = version(opened);
            if (!toRead) {
                prepare(opened, version);
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    /** @throws SQLException if it is not one of ours */
    private static int version(Connection opened) throws SQLException {
        // In one transaction: another process may be making the table between any two of these.
        Sql.run(opened, "BEGIN");
        int version = Sql.number(opened, "PRAGMA user_version");
        boolean ours = Sql.number(opened, "PRAGMA application_id") == APPLICATION_ID && version <= VERSION;
        boolean empty = Sql.number(opened, "SELECT count(*) FROM sqlite_master") == 0;
        Sql.run(opened, "COMMIT");
        if (!ours && !empty) {
            throw new SQLException("Not a file of this version.");
        }
        return version;
    }

    private void prepare(Connection opened, int version) throws SQLException {
        // Without effect once there is a table; then pages that become free can be given back.
        Sql.run(opened, "PRAGMA auto_vacuum = INCREMENTAL");
        DatabaseFile.writeAhead(opened, clocks, PATIENCE);
        // What is lost with a power failure is no loss here.
        Sql.run(opened, "PRAGMA synchronous = NORMAL");
        Sql.run(opened, "PRAGMA secure_delete = ON");
        if (version < VERSION) {
            make(opened);
        }
    }

    private static void make(Connection opened) throws SQLException {
        Sql.run(opened, "BEGIN IMMEDIATE");
        try {
            Sql.run(opened, """
                    CREATE TABLE IF NOT EXISTS trace (
                        attempt TEXT NOT NULL, round INTEGER NOT NULL, exchange TEXT NOT NULL,
                        started_ms INTEGER NOT NULL, size INTEGER NOT NULL, checksum INTEGER,
                        sent_bytes INTEGER NOT NULL, bytes INTEGER NOT NULL,
                        head BLOB NOT NULL, sent BLOB NOT NULL, body BLOB NOT NULL, arrivals BLOB NOT NULL,
                        PRIMARY KEY (attempt, round))""");
            Sql.run(opened, "CREATE INDEX IF NOT EXISTS trace_started ON trace (started_ms)");
            Sql.run(opened, "CREATE INDEX IF NOT EXISTS trace_exchange ON trace (exchange)");
            Sql.run(opened, "PRAGMA application_id = " + APPLICATION_ID);
            Sql.run(opened, "PRAGMA user_version = " + VERSION);
            Sql.run(opened, "COMMIT");
        } catch (SQLException e) {
            Sql.rollBack(opened, e);
            throw e;
        }
    }

    /** A connection of its own, for the caller to close; the file must have been opened. From any thread. */
    Connection toRead() throws SQLException, IOException {
        var opened = DatabaseFile.readOnly(file)
                ? Sql.openToRead(file, DatabaseFile.logless(file))
                : Sql.open(file);
        try {
            Sql.run(opened, "PRAGMA busy_timeout = " + PATIENCE.toMillis());
            Sql.run(opened, "PRAGMA query_only = ON");
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    /** Empties the log, where what was removed would stay otherwise. False if somebody still reads from it. */
    boolean wiped() throws SQLException {
        return Transactions.wiped(connection, PATIENCE);
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            var last = connection;
            connection = null;
            last.close();
        }
    }
}
