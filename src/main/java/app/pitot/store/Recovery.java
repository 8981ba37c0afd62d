package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a good database in the place of a damaged one, which is kept under another name. At every moment, power cuts
 * included, the damaged file or the recovered one is there whole. Nobody else may be opening the file meanwhile.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path file;
    private final Clocks clocks;
    private final Migrations migrations;

    Recovery(Path file, Clocks clocks, Migrations migrations) {
        this.file = file;
        this.clocks = clocks;
        this.migrations = migrations;
    }

    /**
     * Recovers what can be, and closes nothing: all connections of this process must be closed.
     *
     * @return what to tell the user: what was kept, and where the damaged file is
     * @throws IOException if the disk refuses: the damaged file is where it was
     * @throws SQLException likewise
     */
    String run() throws SQLException, IOException {
        var copy = sibling(".salvage");
        var fresh = sibling(".recovering");
        try {
            clear(copy);
            clear(fresh);
            copy(file, copy);
            DataFolder.createPrivate(fresh);
            var words = fill(copy, fresh);
            DataFolder.force(fresh);
            SafeFile.move(fresh, recovered());
            var kept = moveAside(".corrupt-");
            finish();
            return Texts.get("store.damaged", file.getFileName().toString(), kept, words);
        } finally {
            clear(copy);
            clear(fresh);
        }
    }

    /**
     * Ends what a crash broke off, and sets aside a write-ahead log that has lost its database: SQLite would delete it.
     *
     * @return what was set aside, or null if nothing was
     */
    String finish() throws IOException {
        String aside = null;
        if (Files.notExists(file) && (exists("-wal") || exists("-shm"))) {
            aside = moveAside(".corrupt-");
        }
        if (Files.notExists(file) && Files.exists(recovered())) {
            SafeFile.move(recovered(), file);
            DataFolder.force(file);
        }
        return aside;
    }

    /** Renames the database and its side files, and returns the new name. */
    String moveAside(String why) throws IOException {
        var stamp = clocks.now().toString().replace(":", "").replace("-", "");
        var name = file.getFileName() + why + stamp;
        for (int again = 2; Files.exists(file.resolveSibling(name)); again++) {
            name = file.getFileName() + why + stamp + "-" + again;
        }
        // The database first: it must never be found without its log.
        for (var suffix : new String[]{"", "-wal", "-shm"}) {
            if (exists(suffix)) {
                Files.move(sibling(suffix), file.resolveSibling(name + suffix));
            }
        }
        SafeFile.forceFolder(file.toAbsolutePath().getParent());
        return name;
    }

    private String fill(Path copy, Path fresh) throws SQLException, IOException {
        int version = version(copy);
        var schema = migrations.before(version);
        try (var into = Sql.open(fresh)) {
            schema.make(into);
            Sql.run(into, "PRAGMA secure_delete = ON");
            Sql.run(into, "BEGIN IMMEDIATE");
            var salvage = new Salvage(into);
            tables(copy, salvage);
            var from = salvage.lacking() ? backup(schema, version, salvage) : null;
            rest(copy, salvage);
            SearchIndex.rebuild(into);
            Sql.run(into, "COMMIT");
            var found = Sql.texts(into, "PRAGMA integrity_check(1)");
            if (!found.equals(List.of("ok"))) {
                throw new SQLException("The recovered file is not whole: " + found);
            }
            return words(salvage, from);
        }
    }

    private void tables(Path copy, Salvage salvage) throws SQLException {
        try (var damaged = Sql.open(copy)) {
            Sql.texts(damaged, "SELECT name FROM sqlite_schema");
            salvage.fromTables(damaged);
        } catch (SQLException e) {
            if (!DatabaseFile.damaged(e)) {
                throw e;
            }
            LOG.warn("SQLite cannot read the damaged file: {}", e.getMessage());
            salvage.withoutTables();
        }
        // From the file itself: SQLite may have dropped the copy's log.
        salvage.fromPages(file);
    }

    private static void rest(Path copy, Salvage salvage) throws SQLException {
        try (var damaged = Sql.open(copy)) {
            Sql.texts(damaged, "SELECT name FROM sqlite_schema");
            salvage.theRest(damaged);
        } catch (SQLException e) {
            if (!DatabaseFile.damaged(e)) {
                throw e;
            }
            LOG.debug("nothing more can be read: {}", e.getMessage());
        }
    }

    /** Takes what is missing from the newest good backup that can be read, and returns it; null if there is none. */
    private Backups.Backup backup(Migrations schema, int version, Salvage salvage) throws IOException {
        var copy = sibling(".salvage-backup");
        for (var each : new Backups(file).list()) {
            try {
                clear(copy);
                copy(each.file(), copy);
                try (var backup = Sql.open(copy)) {
                    if (Sql.number(backup, "PRAGMA user_version") <= version && Findings.of(backup).whole()) {
                        schema.make(backup);
                        salvage.fromBackup(backup);
                        return each;
                    }
                }
            } catch (SQLException e) {
                LOG.warn("{} is of no use: {}", each.file().getFileName(), e.getMessage());
            } finally {
                clear(copy);
            }
        }
        return null;
    }

    /** The schema's version, if the file still says one that can be; else the newest. */
    private int version(Path copy) throws IOException {
        try (var pages = new Pages(copy)) {
            var first = pages.page(1);
            int said = first == null ? 0 : first.getInt(60);
            return said > 0 && said <= migrations.latest() ? said : migrations.latest();
        }
    }

    private String words(Salvage salvage, Backups.Backup from) {
        var said = new ArrayList<String>();
        long restored = 0;
        long marked = 0;
        for (var table : List.of("message", "request", Archive.NAME, "sample")) {
            var tally = salvage.tallies().get(table);
            if (tally != null && tally.total() > 0) {
                said.add(Texts.get("store.recovered." + table, tally.kept + tally.restored, tally.total()));
            }
        }
        for (var tally : salvage.tallies().values()) {
            restored += tally.restored;
            marked += tally.marked;
        }
        var words = said.isEmpty()
                ? Texts.get("store.recovered.nothing")
                : Texts.get("store.recovered", String.join(Texts.get("store.recovered.and"), said));
        if (restored > 0 && from != null) {
            words += " " + Texts.get("store.recovered.backup", restored,
                    from.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        return marked == 0 ? words : words + " " + Texts.get("store.recovered.marked", marked);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var suffix : new String[]{"", "-wal"}) {
            var source = from.resolveSibling(from.getFileName() + suffix);
            if (Files.isRegularFile(source)) {
                Files.copy(source, to.resolveSibling(to.getFileName() + suffix), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Removes a working copy of ours. */
    private static void clear(Path copy) throws IOException {
        for (var suffix : new String[]{"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + suffix));
        }
    }

    private Path recovered() {
        return sibling(".recovered");
    }

    private boolean exists(String suffix) {
        return Files.exists(sibling(suffix));
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
