package app.pitot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Brings a database to the newest schema: forward only, each step in a transaction of its own. */
final class Migrations {
    /** "Pito" in ASCII: tells our files from any other. */
    static final int APPLICATION_ID = 0x5069746F;
    private static final int LATEST = 9;

    private final List<String> scripts;

    /** @param scripts script {@code n} leads to schema version {@code n + 1}; statements end with {@code ;} at a line's end */
    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** Those that the app carries. */
    static Migrations shipped() {
        return upTo(LATEST);
    }

    /** Those that an earlier version of the app carried. */
    static Migrations upTo(int latest) {
        var scripts = new ArrayList<String>();
        for (int version = 1; version <= latest; version++) {
            scripts.add(read("migration-" + version + ".sql"));
        }
        return new Migrations(scripts);
    }

    /** The first of these. */
    Migrations before(int version) {
        return new Migrations(scripts.subList(0, version));
    }

    /** Applies what is missing to a file that nobody else knows, without a backup. */
    void make(Connection connection) throws SQLException {
        shrinkable(connection);
        for (int version = Sql.number(connection, "PRAGMA user_version") + 1; version <= latest(); version++) {
            step(connection, version);
        }
    }

    /** Pages that become free can go back to the disk, which only a file without tables can be made for. */
    static void shrinkable(Connection connection) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM sqlite_master") == 0) {
            Sql.run(connection, "PRAGMA auto_vacuum = INCREMENTAL");
        }
    }

    int latest() {
        return scripts.size();
    }

    /**
     * Applies what is missing, after a backup. Two processes may do this at once: each step looks again once it holds the
     * lock.
     *
     * @throws Backups.NoBackup if there is none that can be relied on: nothing was changed
     */
    void apply(Connection connection, Path file) throws SQLException {
        int before = Sql.number(connection, "PRAGMA user_version");
        if (before > 0 && before < latest()) {
            new Backups(file).beforeMigration(connection, latest());
        }
        make(connection);
    }

    private void step(Connection connection, int version) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            if (Sql.number(connection, "PRAGMA user_version") < version) {
                for (var statement : scripts.get(version - 1).split(";[ \\t]*\\R")) {
                    if (!statement.isBlank()) {
                        Sql.run(connection, statement);
                    }
                }
                Checksum.fill(connection);
                RollUps.fill(connection);
                Sql.run(connection, "PRAGMA application_id = " + APPLICATION_ID);
                Sql.run(connection, "PRAGMA user_version = " + version);
            }
            Sql.run(connection, "COMMIT");
        } catch (SQLException e) {
            Sql.rollBack(connection, e);
            throw e;
        }
    }

    private static String read(String name) {
        try (var in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
