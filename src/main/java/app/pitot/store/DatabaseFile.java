package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the one database and knows what its errors mean. Used by one thread at a time. */
final class DatabaseFile {
    // Primary result codes of SQLite.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOT_A_DATABASE = 26;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    /** Parts of the names of file systems whose locks cannot be relied on. */
    private static final List<String> NETWORK = List.of("nfs", "cifs", "smb", "afp", "webdav", "sshfs", "9p", "vboxsf");
    private static final List<String> SIDES = List.of("-wal", "-shm");
    private static final long RETRY_NANOS = 5_000_000;

    private final Path file;
    private final Clocks clocks;
    private final Duration busyTimeout;
    private final Migrations migrations;
    private final Consumer<StoreProblem> problems;
    private final Recovery recovery;
    private final Map<String, Object> sides = new HashMap<>();
    private Object identity;

    DatabaseFile(Path file, Clocks clocks, Duration busyTimeout, Migrations migrations,
            Consumer<StoreProblem> problems) {
        this.file = file;
        this.clocks = clocks;
        this.busyTimeout = busyTimeout;
        this.migrations = migrations;
        this.problems = problems;
        this.recovery = new Recovery(file, clocks, migrations);
    }

    /**
     * Opens it, making or migrating it as needed; a backup that waits takes its place first. A damaged file is recovered and
     * kept under another name, never deleted. What may not be changed is opened to be read.
     *
     * @throws SQLException if there is no using it now: the file is as it was
     * @throws IOException if the folder or file cannot be made
     */
    Opened open() throws SQLException, IOException {
        DataFolder.create(file.getParent());
        if (Files.isDirectory(file)) {
            throw new IOException("a folder stands in the place of the database");
        }
        if (readOnly(file)) {
            return toRead(StoreProblem.Kind.READ_ONLY);
        }
        try (var turn = turn()) {
            LOG.debug("opening {}", turn);
            return openAlone();
        }
    }

    /** True if it is there and may not be changed. */
    static boolean readOnly(Path file) {
        return Files.exists(file) && !(Files.isWritable(file) && Files.isWritable(file.getParent()));
    }

    /** True if no log waits beside it: then SQLite needs no side files where nobody can be writing. */
    static boolean logless(Path file) throws IOException {
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.notExists(log) || Files.size(log) == 0;
    }

    /** Only one process at a time may make, migrate, recover or replace the file. */
    private FileTurn turn() throws SQLException, IOException {
        try {
            return FileTurn.take(file.resolveSibling(file.getFileName() + ".lock"), clocks, busyTimeout);
        } catch (FileTurn.Busy e) {
            throw new SQLException("Another program is opening the database.", null, BUSY, e);
        }
    }

    private Opened openAlone() throws SQLException, IOException {
        var aside = recovery.finish();
        if (aside != null) {
            tell(StoreProblem.Kind.DAMAGED, Texts.get("store.lostItsDatabase", aside));
        }
        var restored = Staged.swapIn(file, recovery, migrations.latest());
        if (restored != null) {
            tell(StoreProblem.Kind.RESTORED, restored);
        }
        DataFolder.createPrivate(file);
        for (var suffix : new String[]{"", "-wal", "-shm"}) {
            DataFolder.tighten(file.resolveSibling(file.getFileName() + suffix));
        }
        warnOfNetwork();
        try {
            if (emptied()) {
                throw new SQLException("The database is empty, and was not.", null, CORRUPT);
            }
            return connect();
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            LOG.warn("The database is damaged: {}", e.getMessage());
            tell(StoreProblem.Kind.DAMAGED, recovery.run());
            DataFolder.createPrivate(file);
            return connect();
        }
    }

    /** A new database is empty, too, but has neither a log nor backups. SQLite would delete the log. */
    private boolean emptied() throws IOException {
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) == 0
                && (Files.exists(log) && Files.size(log) > 0 || !new Backups(file).list().isEmpty());
    }

    /**
     * False if the file that was opened last, or one of its side files, was removed or another stands in its place. Asks
     * the disk for three names and opens nothing.
     */
    boolean inPlace() {
        return itselfInPlace() && (identity == null || sidesInPlace());
    }

    private boolean itselfInPlace() {
        return identity == null || identity.equals(identity(file));
    }

    private boolean sidesInPlace() {
        for (var suffix : SIDES) {
            var is = identity(file.resolveSibling(file.getFileName() + suffix));
            if (is != null) {
                sides.putIfAbsent(suffix, is);
            }
            if (sides.get(suffix) != null && !sides.get(suffix).equals(is)) {
                return false;
            }
        }
        return true;
    }

    /** Closes all connections of this process. */
    interface Closing {
        void run() throws SQLException;
    }

    /**
     * Brings back or keeps what {@code connection} still has, where {@link #inPlace} is false, and has everything closed.
     *
     * @throws IOException if the disk refuses: then nothing is closed, and another attempt may do better
     */
    void rescue(Connection connection, Closing closing) throws SQLException, IOException {
        try (var turn = turn()) {
            LOG.debug("rescuing {}", turn);
            LOG.warn("{} or its side files are not in their place any more.", file);
            var ours = SIDES.stream().filter(each -> sides.get(each) != null && sides.get(each)
                    .equals(identity(file.resolveSibling(file.getFileName() + each)))).toList();
            tell(StoreProblem.Kind.DAMAGED, new Rescue(file, clocks).run(connection,
                    identity.equals(identity(file)), ours, closing));
        }
    }

    /** Tells a file from another in its place; null where that cannot be told. */
    private static Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            LOG.debug("the file has no identity: {}", e.toString());
            return null;
        }
    }

    private void warnOfNetwork() {
        try {
            var type = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
            if (NETWORK.stream().anyMatch(type::contains)) {
                tell(StoreProblem.Kind.NETWORK, Texts.get("store.network", file.toString(), type));
            }
        } catch (IOException e) {
            LOG.debug("the kind of file system is unknown: {}", e.toString());
        }
    }

    /** Puts a recovered file in the place of this one, which turned out to be damaged; all connections must be closed. */
    void recover() throws SQLException, IOException {
        try (var turn = turn()) {
            LOG.debug("recovering {}", turn);
            // The side files went when the connections were closed.
            if (!itselfInPlace()) {
                // Another process was faster; what it recovered is good.
                return;
            }
            tell(StoreProblem.Kind.DAMAGED, recovery.run());
        }
    }

    /** What may not be changed, or cannot be now. */
    private Opened toRead(StoreProblem.Kind kind) throws SQLException, IOException {
        boolean alone = kind == StoreProblem.Kind.READ_ONLY && logless(file);
        var connection = Sql.openToRead(file, alone);
        try {
            boolean ours = Sql.number(connection, "PRAGMA application_id") == Migrations.APPLICATION_ID;
            report(ours ? kind : StoreProblem.Kind.FOREIGN);
            return new Opened(connection, ours, false, ours);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Opened connect() throws SQLException, IOException {
        var connection = Sql.open(file);
        identity = identity(file);
        sides.clear();
        try {
            return prepare(connection);
        } catch (Backups.NoBackup e) {
            connection.close();
            LOG.warn("No backup, so no new schema.", e);
            return toRead(StoreProblem.Kind.NO_BACKUP);
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
            return new Opened(connection, false, false, false);
        }
        // No version of ours counts below 0, so that one is as unknown as a newer one.
        if (version > migrations.latest() || version < 0) {
            Sql.run(connection, "PRAGMA query_only = ON");
            report(StoreProblem.Kind.NEWER);
            return new Opened(connection, true, false, false);
        }
        Migrations.shrinkable(connection);
        writeAhead(connection, clocks, busyTimeout);
        Sql.run(connection, "PRAGMA synchronous = FULL");
        // A plain fsync does not reach the platter on macOS; these two mean nothing elsewhere.
        Sql.run(connection, "PRAGMA fullfsync = ON");
        Sql.run(connection, "PRAGMA checkpoint_fullfsync = ON");
        Sql.run(connection, "PRAGMA foreign_keys = ON");
        Sql.run(connection, "PRAGMA secure_delete = ON");
        migrations.apply(connection, file);
        return new Opened(connection, true, true, false);
    }

    /** SQLite does not wait by itself here when another process makes the same change. */
    static void writeAhead(Connection connection, Clocks clocks, Duration patience) throws SQLException {
        long until = clocks.nanos() + patience.toNanos();
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

    /** True if there is no room on the disk. */
    static boolean full(Exception e) {
        return e instanceof SQLException sql && (sql.getErrorCode() & 0xff) == FULL;
    }

    /** True if this row would be refused at every attempt. */
    static boolean unacceptable(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == TOO_BIG || code == CONSTRAINT || code == MISMATCH;
    }

    /** What to tell the user about a failure that left the file alone. */
    StoreProblem explain(Exception e) {
        if (Files.isDirectory(file)) {
            return new StoreProblem(StoreProblem.Kind.UNUSABLE, file, Texts.get("store.folder", file.toString()));
        }
        var kind = StoreProblem.Kind.UNUSABLE;
        if (e instanceof SQLException sql) {
            kind = switch (sql.getErrorCode() & 0xff) {
                case BUSY, LOCKED -> StoreProblem.Kind.LOCKED;
                case FULL -> StoreProblem.Kind.FULL;
                case READ_ONLY -> StoreProblem.Kind.READ_ONLY;
                default -> StoreProblem.Kind.UNUSABLE;
            };
        }
        return problem(kind);
    }

    /** To be told once what waited was written. */
    StoreProblem saved() {
        return problem(StoreProblem.Kind.SAVED);
    }

    private void report(StoreProblem.Kind kind) {
        problems.accept(problem(kind));
    }

    private void tell(StoreProblem.Kind kind, String words) {
        problems.accept(new StoreProblem(kind, file, words));
    }

    private StoreProblem problem(StoreProblem.Kind kind) {
        var key = "store." + kind.name().toLowerCase(Locale.ROOT);
        return new StoreProblem(kind, file, Texts.get(key, file.toString()));
    }

    /**
     * An open database and what may be done with it.
     *
     * @param again true if it is not writable now, but another attempt to open it may find it so
     */
    record Opened(Connection connection, boolean readable, boolean writable, boolean again) {}
}
