package app.pitot.store;

import app.pitot.base.Clocks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves requests that ended long ago from their table into the {@link Archive}, in transactions of a few milliseconds with
 * pauses between them. First a sheet is written, then the requests that it holds are taken out of the table, some at a time:
 * wherever that breaks off, each is in one of them at least, and the next run goes on from there. Any number of processes may
 * do this at once. Used by one thread at a time, {@link #cancel} apart.
 */
final class Archiver {
    /**
     * A request that began longer ago is moved. The longest window and a budget's month, in any zone, are over by then, so
     * that what is asked while requests run need not unpack a sheet.
     */
    static final Duration AGE = Duration.ofDays(35);
    /** Fewer than a sheet holds wait for so much longer, so that whoever asks little has a sheet a month, not one a day. */
    static final Duration PATIENCE = Duration.ofDays(30);
    /** A transaction that takes longer makes the next one smaller. */
    private static final long LONG_NANOS = 2_000_000;
    private static final int FIRST_STEP = 32;
    private static final int SMALLEST_STEP = 4;
    private static final int GREATEST_STEP = 256;
    /** For each moment in which others had to wait, so many in which they need not. */
    private static final int PAUSES = 4;
    private static final long SHORTEST_PAUSE = 2_000_000;
    /** Free pages that stay for what is written next: so many, and one of so many. */
    private static final int FREE_PAGES = 250;
    private static final int FREE_SHARE = 32;
    private static final int INCREMENTAL = 2;
    /** Pages of a log that has to begin anew. */
    private static final int LONG_LOG = 8_000;

    private final Connection connection;
    private final Clocks clocks;
    private volatile boolean cancelled;
    private int step = FIRST_STEP;
    private long longest;

    /** @param connection its own, outside a transaction; others may write meanwhile */
    Archiver(Connection connection, Clocks clocks) {
        this.connection = connection;
        this.clocks = clocks;
    }

    /**
     * What a run did.
     *
     * @param requests taken out of their table
     * @param sheets written
     * @param pages given back to the disk
     * @param longestNanos for which others had to wait at once
     */
    record Done(long requests, long sheets, long pages, long longestNanos) {}

    /** The run ends with the transaction that is under way. */
    void cancel() {
        cancelled = true;
    }

    /** Moves all that is old enough. What then is free on the disk is written to again, or given back where it is much. */
    Done run() throws SQLException {
        // A commit that a power cut undoes is made again. And whoever waits need not wait for the disk.
        Sql.run(connection, "PRAGMA synchronous = NORMAL");
        // What others have committed is no longer in the log after a checkpoint: see DatabaseFile.
        Sql.run(connection, "PRAGMA checkpoint_fullfsync = ON");
        Sql.run(connection, "PRAGMA wal_autocheckpoint = 0");
        Sql.run(connection, "PRAGMA secure_delete = ON");
        long before = clocks.now().minus(AGE).toEpochMilli();
        long requests = 0;
        long sheets = 0;
        var place = ArchiveBatch.Place.FIRST;
        while (!cancelled && place != null) {
            var batch = ArchiveBatch.read(connection, place, before, before - PATIENCE.toMillis());
            if (!batch.taken().isEmpty()) {
                long gone = takeOut(batch.taken());
                requests += gone;
                // What cannot be taken out is not tried for ever.
                place = gone == 0 ? batch.next() : place;
            } else if (batch.sheet() == null) {
                place = batch.next();
            } else if (add(batch)) {
                sheets++;
                requests += takeOut(batch.sheet().ids());
                place = batch.next();
            }
            // Else another process was faster: what it packed is found when this is read again.
        }
        long pages = requests > 0 ? giveBack() : 0;
        return new Done(requests, sheets, pages, longest);
    }

    private boolean add(ArchiveBatch batch) throws SQLException {
        var added = new boolean[1];
        alone(() -> {
            added[0] = Archive.last(connection) == batch.last();
            if (added[0]) {
                Archive.add(connection, batch.sheet());
            }
        });
        return added[0];
    }

    private long takeOut(List<String> ids) throws SQLException {
        long gone = 0;
        for (int at = 0; at < ids.size() && !cancelled;) {
            var some = ids.subList(at, Math.min(ids.size(), at + step));
            var count = new long[1];
            long nanos = alone(() -> {
                try (var delete = connection
                        .prepareStatement("DELETE FROM request WHERE id = ? AND ended_ms IS NOT NULL")) {
                    for (var id : some) {
                        delete.setString(1, id);
                        count[0] += delete.executeUpdate();
                    }
                }
            });
            gone += count[0];
            at += some.size();
            step = nanos > LONG_NANOS
                    ? Math.max(SMALLEST_STEP, step / 2)
                    : Math.min(GREATEST_STEP, nanos < LONG_NANOS / 2 ? step + step / 4 : step);
        }
        if (!ids.isEmpty()) {
            checkpoint();
        }
        return gone;
    }

    /** Pages at the end of the file, where the file was made so that this can be done. */
    private long giveBack() throws SQLException {
        long given = 0;
        if (Sql.number(connection, "PRAGMA auto_vacuum") != INCREMENTAL) {
            return given;
        }
        while (!cancelled) {
            long free = Sql.number(connection, "PRAGMA freelist_count");
            long spare = free - Math.max(FREE_PAGES, Sql.number(connection, "PRAGMA page_count") / FREE_SHARE);
            if (spare <= 0) {
                break;
            }
            int pages = (int) Math.min(spare, step);
            long nanos = alone(() -> {
                try (var statement = connection.createStatement()) {
                    // Each page is a step, and this takes all of them.
                    statement.executeUpdate("PRAGMA incremental_vacuum(" + pages + ")");
                }
            });
            step = nanos > LONG_NANOS ? Math.max(SMALLEST_STEP, step / 2) : Math.min(GREATEST_STEP, step + 1);
            given += pages;
            if (given % FREE_PAGES < pages) {
                checkpoint();
            }
        }
        checkpoint();
        return given;
    }

    /** Takes the log into the file while others write. Where they do so all the time it would never begin anew by itself. */
    private void checkpoint() throws SQLException {
        if (logged("PRAGMA wal_checkpoint(PASSIVE)") > LONG_LOG) {
            // Others wait, but the little that has come meanwhile is soon done.
            logged("PRAGMA wal_checkpoint(RESTART)");
        }
    }

    /** How many pages the log has. */
    private long logged(String checkpoint) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(checkpoint)) {
            return found.getLong(2);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** In a transaction, with a pause behind it. @return how long others had to wait */
    private long alone(Work work) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        long begun = clocks.nanos();
        try {
            work.run();
            Sql.run(connection, "COMMIT");
        } catch (SQLException e) {
            Sql.rollBack(connection, e);
            throw e;
        }
        long nanos = clocks.nanos() - begun;
        longest = Math.max(longest, nanos);
        LockSupport.parkNanos(Math.max(SHORTEST_PAUSE, PAUSES * nanos));
        return nanos;
    }
}
