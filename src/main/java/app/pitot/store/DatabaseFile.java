package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Opens the one database and knows what its errors mean. Used by one thread at a time. */
final class DatabaseFile {
    // Primary result codes of SQLite.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOT_A_DATABASE = 26;

    private static final long RETRY_NANOS = 5_000_000;

    private final Path file;
    private final Clocks clocks;
    private final Duration busyTimeout;
    private final Migrations migrations;
    private final Consumer<StoreProblem> problems;

    DatabaseFile(Path file, Clocks clocks, Duration busyTimeout, Migrations migrations,
            Consumer<StoreProblem> problems) {
        this.file = file;
        this.clocks = clocks;
        this.busyTimeout = busyTimeout;
        this.migrations = migrations;
        this.problems = problems;
    }

    /**
     * Opens it, making or migrating it as needed. A damaged file is moved aside, never deleted, and a new one begun.
     *
     * @throws SQLException if there is no using it now: the file is as it was
     * @throws IOException if the folder or file cannot be made
     */
    Opened open() throws SQLException, IOException {
        DataFolder.create(file.getParent());
        DataFolder.createPrivate(file);
        try {
            return connect();
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            moveAside();
            DataFolder.createPrivate(file);
            return connect();
        }
    }

    private Opened connect() throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            return prepare(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Opened prepare(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA busy_timeout = " + busyTimeout.toMillis());
        // In one transaction: another process may be making the schema between any two of these.
        Sql.run(connection, "BEGIN");
        int owner = Sql.number(connection, "PRAGMA application_id");
        int version = Sql.number(connection, "PRAGMA user_version");
        boolean empty = Sql.number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        Sql.run(connection, "COMMIT");
        if (owner != Migrations.APPLICATION_ID && !empty) {
            report(StoreProblem.Kind.FOREIGN);
            return new Opened(connection, false, false);
        }
        // No version of ours counts below 0, so that one is as unknown as a newer one.
        if (version > migrations.latest() || version < 0) {
            Sql.run(connection, "PRAGMA query_only = ON");
            report(StoreProblem.Kind.NEWER);
            return new Opened(connection, true, false);
        }
        writeAhead(connection);
        Sql.run(connection, "PRAGMA synchronous = FULL");
        // A plain fsync does not reach the platter on macOS; these two mean nothing elsewhere.
        Sql.run(connection, "PRAGMA fullfsync = ON");
        Sql.run(connection, "PRAGMA checkpoint_fullfsync = ON");
        Sql.run(connection, "PRAGMA foreign_keys = ON");
        Sql.run(connection, "PRAGMA secure_delete = ON");
        migrations.apply(connection, file);
        return new Opened(connection, true, true);
    }

    /** SQLite does not wait by itself here when another process makes the same change. */
    private void writeAhead(Connection connection) throws SQLException {
        long until = clocks.nanos() + busyTimeout.toNanos();
        while (true) {
            try {
                Sql.run(connection, "PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) != BUSY || clocks.nanos() - until >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** True if the content, not the circumstances, is at fault. */
    static boolean damaged(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == CORRUPT || code == NOT_A_DATABASE;
    }

    /** True if this row would be refused at every attempt. */
    static boolean unacceptable(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == TOO_BIG || code == CONSTRAINT || code == MISMATCH;
    }

    /** Renames the database and its side files; all connections must be closed. */
    void moveAside() throws IOException {
        var stamp = clocks.now().toString().replace(":", "").replace("-", "");
        var name = file.getFileName().toString();
        for (var suffix : new String[]{"-shm", "-wal", ""}) {
            var from = file.resolveSibling(name + suffix);
            if (Files.exists(from)) {
                Files.move(from, file.resolveSibling(name + ".corrupt-" + stamp + suffix));
            }
        }
        problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, file,
                Texts.get("store.damaged", name, name + ".corrupt-" + stamp)));
    }

    /** What to tell the user about a failure that left the file alone. */
    StoreProblem explain(Exception e) {
        var kind = StoreProblem.Kind.UNUSABLE;
        if (e instanceof SQLException sql) {
            kind = switch (sql.getErrorCode() & 0xff) {
                case BUSY, LOCKED -> StoreProblem.Kind.LOCKED;
                case FULL -> StoreProblem.Kind.FULL;
                default -> StoreProblem.Kind.UNUSABLE;
            };
        }
        return problem(kind);
    }

    private void report(StoreProblem.Kind kind) {
        problems.accept(problem(kind));
    }

    private StoreProblem problem(StoreProblem.Kind kind) {
        var key = "store." + kind.name().toLowerCase(java.util.Locale.ROOT);
        return new StoreProblem(kind, file, Texts.get(key, file.toString()));
    }

    /** An open database and what may be done with it. */
    record Opened(Connection connection, boolean readable, boolean writable) {}
}
