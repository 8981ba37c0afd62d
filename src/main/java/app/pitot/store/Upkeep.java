package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the backup of the day and moves old requests into the archive while Pitot runs, on a thread and a connection of its
 * own: whoever writes need not wait, and not before the window has been up for a while. One process does it for all.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration FIRST = Duration.ofSeconds(45);
    private static final Duration NEXT = Duration.ofMinutes(10);
    /** SQLite ends what is cancelled within milliseconds; the disk may take longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Clocks clocks;
    private final Consumer<StoreProblem> problems;
    private final Runnable damaged;
    private final Backups backups;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("pitot-upkeep").factory());
    /** The day whose backup failed, so that the user hears of it once. Touched by the thread only. */
    private LocalDate failed;
    /** The day on which all was archived that is old enough. Touched by the thread only. */
    private LocalDate archived;
    private volatile Archiver archiver;
    private volatile boolean closed;

    /**
     * Touches no disk yet.
     *
     * @param problems told, on the thread of the upkeep, of a backup that could not be made
     * @param damaged run, on that thread, if the database turns out to be damaged
     */
    Upkeep(Path file, Clocks clocks, Consumer<StoreProblem> problems, Runnable damaged) {
        this.damaged = damaged;
        this.file = file;
        this.clocks = clocks;
        this.problems = problems;
        this.backups = new Backups(file);
    }

    /** Looks after the file from now on. */
    void begin() {
        thread.scheduleWithFixedDelay(this::look, FIRST.toMillis(), NEXT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        today();
        archive();
    }

    /** Makes today's backup if there is none. Blocks for as long as the disk takes. */
    void today() {
        var day = day();
        if (backups.has(day) || day.equals(failed)) {
            return;
        }
        try {
            if (Files.notExists(file) || Files.size(file) == 0) {
                return;
            }
            DataFolder.create(backups.folder());
            try (var turn = FileTurn.take(backups.folder().resolve(".lock"), clocks, Duration.ZERO)) {
                make(day, turn);
            }
        } catch (FileTurn.Busy e) {
            LOG.debug("another process makes the backup");
        } catch (SQLException | IOException e) {
            failed = day;
            if (e instanceof SQLException sql && DatabaseFile.damaged(sql)) {
                LOG.warn("The database is damaged: {}", e.getMessage());
                damaged.run();
                return;
            }
            LOG.warn("There is no backup of {}.", day, e);
            problems.accept(new StoreProblem(StoreProblem.Kind.NO_BACKUP, file,
                    Texts.get("store.backup.failed", backups.folder().toString())));
        }
    }

    private LocalDate day() {
        return clocks.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Moves what ended long ago into the archive, once a day, behind the backup. Blocks for as long as that takes, or until this is closed. */
    void archive() {
        var day = day();
        if (day.equals(archived) || !backups.has(day)) {
            return;
        }
        try (var turn = FileTurn.take(backups.folder().resolve(".lock"), clocks, Duration.ZERO);
                var connection = Sql.open(file)) {
            Sql.run(connection, "PRAGMA busy_timeout = 1000");
            if (Sql.number(connection, "PRAGMA application_id") == Migrations.APPLICATION_ID
                    && Sql.number(connection, "PRAGMA user_version") == Migrations.shipped().latest()) {
                var mover = new Archiver(connection, clocks);
                archiver = mover;
                if (closed) {
                    mover.cancel();
                }
                var done = mover.run();
                LOG.info("{} requests are in {} more sheets, {} pages are free, others waited {} ms at most under {}.",
                        done.requests(), done.sheets(), done.pages(), done.longestNanos() / 1_000_000,
                        turn.getClass().getSimpleName());
            }
            archived = day;
        } catch (FileTurn.Busy e) {
            LOG.debug("another process looks after the file");
        } catch (SQLException | IOException e) {
            // Nothing is lost, and the next look goes on from there.
            LOG.warn("Old requests are not archived: {}", e.toString());
            if (e instanceof SQLException sql && DatabaseFile.damaged(sql)) {
                damaged.run();
            }
        }
    }

    private void make(LocalDate day, FileTurn turn) throws SQLException {
        if (backups.has(day)) {
            return;
        }
        long begun = clocks.nanos();
        try (var connection = Sql.open(file)) {
            Sql.run(connection, "PRAGMA busy_timeout = 1000");
            if (Sql.number(connection, "PRAGMA application_id") != Migrations.APPLICATION_ID) {
                return;
            }
            if (!Sql.texts(connection, "PRAGMA integrity_check(1)").equals(List.of("ok"))) {
                throw new SQLException("The database is not whole.", null, DatabaseFile.CORRUPT);
            }
            var made = backups.daily(connection, day);
            LOG.info("{} has {} bytes and took {} ms under {}.", made.file().getFileName(), made.bytes(),
                    (clocks.nanos() - begun) / 1_000_000, turn.getClass().getSimpleName());
            if (made.damaged()) {
                problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, file,
                        Texts.get("store.backup.damaged", file.getFileName().toString())));
            }
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        closed = true;
        backups.cancel();
        var mover = archiver;
        if (mover != null) {
            mover.cancel();
        }
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The backup does not end; it goes with the process.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
