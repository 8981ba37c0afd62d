package app.pitot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A second connection, so that lists and searches need not wait behind what is being written. Safe from any thread. */
final class ReadSide {
    private final Path file;
    private final long busyMs;
    private volatile boolean ready;
    // Guarded by this.
    private Connection connection;

    ReadSide(Path file, long busyMs) {
        this.file = file;
        this.busyMs = busyMs;
    }

    /** True once the file is there with its newest schema. */
    boolean ready() {
        return ready;
    }

    /** From now on it may be opened. */
    void allow() {
        ready = true;
    }

    /** In one snapshot. */
    synchronized <T> T run(Database.Lookup<T> lookup) throws SQLException {
        if (connection == null) {
            connection = open();
        }
        Sql.run(connection, "BEGIN");
        try {
            return lookup.run(connection);
        } finally {
            Sql.run(connection, "ROLLBACK");
        }
    }

    /** Waits for who reads; the file may then be renamed. */
    synchronized void close() throws SQLException {
        ready = false;
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private Connection open() throws SQLException {
        if (!ready) {
            throw new SQLException("The file is being replaced.");
        }
        var opened = Sql.open(file);
        try {
            Sql.run(opened, "PRAGMA busy_timeout = " + busyMs);
            Sql.run(opened, "PRAGMA query_only = ON");
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }
}
