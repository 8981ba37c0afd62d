package app.pitot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Copies of the database in a folder beside it, each read through before it counts. One of each day, made by
 * {@link Upkeep}, and one from before each migration. Used by one thread at a time, {@link #cancel} apart.
 */
public final class Backups {
    static final int DAYS = 7;
    static final int WEEKS = 4;
    private static final Pattern NAME = Pattern
            .compile("pitot-(?:(\\d{4}-\\d\\d-\\d\\d)|before-\\d+)(-damaged)?\\.db");

    private final Path database;
    private final Path folder;
    private volatile Statement running;
    private volatile boolean cancelled;

    /** Touches no disk. @param database the file to be copied */
    Backups(Path database) {
        this.database = database;
        this.folder = database.resolveSibling("backups");
    }

    /** Those of the database in a data folder. Touches no disk. */
    public static Backups in(Path dataFolder) {
        return new Backups(dataFolder.resolve("pitot.db"));
    }

    /**
     * A copy that was found good when it was made.
     *
     * @param day that it is the backup of, UTC; null for one from before a migration
     * @param at when it was made
     * @param damaged true if some rows were damaged already when it was made
     */
    public record Backup(Path file, LocalDate day, Instant at, long bytes, boolean damaged) {}

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** The newest first; empty if there are none or the folder cannot be read. */
    public List<Backup> list() {
        var found = new ArrayList<Backup>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "pitot-*.db")) {
                for (var file : files) {
                    describe(file).ifPresent(found::add);
                }
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                return List.of();
            }
        }
        found.sort(Comparator.comparing(Backup::at).thenComparing(Backup::file).reversed());
        return List.copyOf(found);
    }

    /** Removes one for good, as someone wants who deletes what it holds. */
    public void delete(Backup backup) throws IOException {
        Files.deleteIfExists(backup.file());
    }

    /**
     * What became of the backups.
     *
     * @param removed how many are gone
     * @param kept what stays because the database is damaged or cannot be read; null for nothing
     * @param stuck how many could not be removed
     */
    public record Cleared(int removed, Backup kept, int stuck) {}

    /**
     * Removes all, for good. Where the database is not found whole, the newest stays, without damaged rows if there is such
     * a one. Reads all of the database, which takes about a second for 100 MB.
     */
    public Cleared clear() {
        var all = list();
        var kept = all.isEmpty() || sound()
                ? null
                : all.stream().filter(each -> !each.damaged()).findFirst().orElse(all.getFirst());
        int removed = 0;
        int stuck = 0;
        for (var each : all) {
            if (each != kept) {
                if (remove(each)) {
                    removed++;
                } else {
                    stuck++;
                }
            }
        }
        return new Cleared(removed, kept, stuck);
    }

    private boolean sound() {
        if (!Files.isRegularFile(database)) {
            return false;
        }
        try (var connection = Sql.openToRead(database, false)) {
            var found = Findings.of(connection);
            return found.whole() && found.bad() == 0;
        } catch (SQLException e) {
            org.slf4j.LoggerFactory.getLogger(Backups.class).warn("The database cannot be read: {}", e.toString());
            return false;
        }
    }

    /**
     * Has {@code backup} take the database's place when Pitot is next started and nobody else has the database open. What is
     * there then is kept under another name.
     *
     * @throws IOException if the backup is not whole or cannot be copied, in words for the user: nothing changes then
     */
    public void restoreAtNextStart(Backup backup) throws IOException {
        Staged.stage(database, backup.file());
    }

    /** True if one waits for the next start. */
    public boolean restoreWaits() {
        return Staged.waits(database);
    }

    /**
     * Makes the one of {@code day} and removes those that are too old.
     *
     * @param source an open connection outside a transaction; others may write meanwhile
     * @throws NoBackup if it could not be made or is not what it should be; those that are there stay
     */
    Backup daily(Connection source, LocalDate day) throws NoBackup {
        var made = make(source, "pitot-" + day);
        thin();
        return made;
    }

    /** Makes the one from before version {@code to}, in the place of one from an attempt before. */
    Backup beforeMigration(Connection source, int to) throws NoBackup {
        return make(source, "pitot-before-" + to);
    }

    /** Breaks off what another thread is making, and all that is made after it. */
    void cancel() {
        cancelled = true;
        var statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It ended by itself, which is what was wanted.
                return;
            }
        }
    }

    private Backup make(Connection source, String name) throws NoBackup {
        var part = folder.resolve(name + ".part");
        try {
            DataFolder.create(folder);
            Files.deleteIfExists(part);
            DataFolder.createPrivate(part);
            var before = Findings.counts(source);
            copy(source, part);
            DataFolder.force(part);
            var after = Findings.counts(source);
            long bad = verify(part, source, before, after);
            var file = folder.resolve(name + (bad > 0 ? "-damaged.db" : ".db"));
            SafeFile.move(part, file);
            DataFolder.force(file);
            return describe(file).orElseThrow();
        } catch (SQLException | IOException e) {
            discard(part, e);
            throw new NoBackup(e);
        }
    }

    private void copy(Connection source, Path part) throws SQLException {
        try (var statement = source.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, part.toAbsolutePath().toString());
            running = statement;
            if (cancelled) {
                throw new SQLException("The backup was broken off.");
            }
            statement.execute();
        } finally {
            running = null;
        }
    }

    /** Reads the copy through and returns how many damaged rows it took over. */
    private static long verify(Path part, Connection source, java.util.Map<String, Long> before,
            java.util.Map<String, Long> after) throws SQLException {
        try (var copy = Sql.openToRead(part, true)) {
            var found = Findings.of(copy);
            if (!found.whole() || !found.between(before, after)
                    || Sql.number(copy, "PRAGMA user_version") != Sql.number(source, "PRAGMA user_version")) {
                throw new SQLException("The copy is not what was copied.");
            }
            // A row that was damaged before is no fault of the copy.
            if (found.bad() > 0 && found.bad() != Findings.bad(source)) {
                throw new SQLException("Rows of the copy are not what was copied.");
            }
            return found.bad();
        }
    }

    private static void discard(Path part, Exception cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Keeps the newest of each of the last days and weeks, damaged ones counted apart; migrations' ones stay. */
    void thin() {
        for (boolean damaged : new boolean[]{false, true}) {
            var days = list().stream().filter(each -> each.day() != null && each.damaged() == damaged)
                    .sorted(Comparator.comparing(Backup::day).reversed()).toList();
            var weeks = new HashSet<Integer>();
            for (int i = 0; i < days.size(); i++) {
                var day = days.get(i).day();
                int week = day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                boolean firstOfWeek = weeks.add(week) && weeks.size() <= WEEKS;
                if (i >= DAYS && !firstOfWeek) {
                    remove(days.get(i));
                }
            }
        }
    }

    private boolean remove(Backup old) {
        try {
            delete(old);
            return true;
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(Backups.class).warn("A backup cannot be removed: {}", e.toString());
            return false;
        }
    }

    /** True if the day has its backup already. */
    boolean has(LocalDate day) {
        return list().stream().anyMatch(each -> day.equals(each.day()));
    }

    private static Optional<Backup> describe(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            var day = name.group(1) == null ? null : LocalDate.parse(name.group(1));
            return Optional.of(new Backup(file, day, Files.getLastModifiedTime(file).toInstant(), Files.size(file),
                    name.group(2) != null));
        } catch (IOException | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "backups of " + database.getFileName();
    }

    /** There is no backup, and why. */
    static final class NoBackup extends SQLException {
        private static final long serialVersionUID = 1L;

        NoBackup(Exception cause) {
            super("There is no verified backup.", null, cause instanceof SQLException sql ? sql.getErrorCode() : 0,
                    cause);
        }
    }
}
