package app.pitot.store;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traces in {@code traces.db}. One thread of its own compresses and writes; whatever the disk does, requests go on and only
 * their traces are lost.
 */
public final class SqliteTraces implements Traces, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteTraces.class);
    /** Bytes of bodies that wait for the disk; what comes beyond is not kept. */
    private static final long MOST_WAITING = 64 << 20;
    private static final long FIRST_TIDY_SECONDS = 60;
    private static final long TIDY_SECONDS = 600;
    private static final long CLOSING_SECONDS = 10;

    private final Clocks clocks;
    private final Supplier<Settings.Bodies> allowed;
    private final Consumer<StoreProblem> problems;
    private final TraceFile file;
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("pitot-traces").factory());
    private final AtomicLong waiting = new AtomicLong();

    // Touched by the writer thread only.
    private StoreProblem.Kind told;
    private boolean unwiped;

    /**
     * Touches no disk yet.
     *
     * @param folder holds {@code traces.db}; made if absent
     * @param allowed asked each time, so that a change holds at once
     * @param problems told once per kind of trouble, on a thread of its own
     */
    public SqliteTraces(Path folder, Clocks clocks, Supplier<Settings.Bodies> allowed,
            Consumer<StoreProblem> problems) {
        this.clocks = clocks;
        this.allowed = allowed;
        this.problems = problems;
        this.file = new TraceFile(folder, clocks, () -> tell(StoreProblem.Kind.DAMAGED, "store.traces.damaged"));
        writer.setRemoveOnCancelPolicy(true);
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** Takes away what is too old from now on, even if nothing is sent. Returns at once. */
    public void openSoon() {
        writer.scheduleWithFixedDelay(this::prune, FIRST_TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean wanted() {
        return allowed.get().days() > 0;
    }

    @Override
    public void keep(Attempt attempt, Instant at, Wire wire) {
        long size = wire.sentBody().length + wire.body().length;
        if (!wanted()) {
            return;
        }
        if (waiting.addAndGet(size) > MOST_WAITING) {
            waiting.addAndGet(-size);
            LOG.warn("The disk is slow; what request {} sent and received is not kept.", attempt.id());
            return;
        }
        submit(() -> {
            try {
                write(attempt, at, wire);
            } finally {
                waiting.addAndGet(-size);
            }
        });
    }

    private void write(Attempt attempt, Instant at, Wire wire) {
        var packed = TraceRow.Small.of(wire);
        change(connection -> {
            TraceRow.write(connection, attempt, rounds(connection, attempt.id()) + 1, at, packed);
            return TracePruning.run(connection, allowed.get(), clocks.now());
        });
    }

    private static int rounds(Connection connection, String attempt) throws SQLException {
        try (var query = connection.prepareStatement("SELECT max(round) FROM trace WHERE attempt = ?")) {
            Sql.bind(query, attempt);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    @Override
    public Wire find(String attemptId) {
        var all = all(attemptId);
        return all.isEmpty() ? null : all.getLast();
    }

    @Override
    public List<Wire> all(String attemptId) {
        return read(List.of(), connection -> TraceRow.TABLE.find(connection, "WHERE attempt = ? ORDER BY round",
                TraceRow::read, attemptId).stream().filter(java.util.Objects::nonNull).toList());
    }

    @Override
    public Set<String> holding(String text, Instant from, Instant until) {
        if (text.isBlank() || !read(false, _ -> true)) {
            return Set.of();
        }
        try (var connection = file.toRead()) {
            return new TraceSearch(connection, text).run(from, until);
        } catch (SQLException | IOException e) {
            LOG.warn("What requests sent and received cannot be searched: {}", e.getMessage());
            return Set.of();
        }
    }

    @Override
    public Kept kept() {
        return read(new Kept(0, 0, null), connection -> {
            try (var query = connection.prepareStatement("SELECT count(*), min(started_ms) FROM trace");
                    var rows = query.executeQuery()) {
                rows.next();
                long count = rows.getLong(1);
                return new Kept(count, count == 0 ? 0 : TracePruning.used(connection),
                        count == 0 ? null : Instant.ofEpochMilli(rows.getLong(2)));
            }
        });
    }

    @Override
    public void clear() {
        await(submit(() -> {
            if (file.exists()) {
                change(connection -> TracePruning.delete(connection, "true") >= 0);
            }
        }));
    }

    @Override
    public void forget(Set<String> exchangeIds) {
        if (!exchangeIds.isEmpty()) {
            submit(() -> {
                if (file.exists()) {
                    change(connection -> {
                        int gone = 0;
                        for (var id : exchangeIds) {
                            gone += TracePruning.delete(connection, "exchange = ?", id);
                        }
                        return gone > 0;
                    });
                }
            });
        }
    }

    @Override
    public void tidy() {
        submit(this::prune);
    }

    @Override
    public void close() {
        submit(() -> {
            try {
                file.close();
            } catch (SQLException e) {
                LOG.warn("{} does not close, code {}.", file.path(), e.getErrorCode());
            }
        });
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("What requests sent and received could not be written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> submit(Runnable task) {
        try {
            return writer.submit(task);
        } catch (RejectedExecutionException e) {
            LOG.warn("The traces are closed; something came too late for them.");
            return null;
        }
    }

    private static void await(Future<?> task) {
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The traces broke.", e.getCause());
        }
    }

    private <T> T read(T nothing, Database.Lookup<T> lookup) {
        var found = new java.util.concurrent.atomic.AtomicReference<>(nothing);
        await(submit(() -> {
            if (!file.exists()) {
                return;
            }
            try {
                found.set(lookup.run(file.connection()));
            } catch (SQLException | IOException e) {
                trouble(e);
            }
        }));
        return found.get();
    }

    // From here on: writer thread only.

    private void prune() {
        if (file.exists() && !DatabaseFile.readOnly(file.path())) {
            change(connection -> allowed.get().days() == 0
                    ? TracePruning.delete(connection, "true") > 0
                    : TracePruning.run(connection, allowed.get(), clocks.now()));
        }
    }

    /** Something to write. */
    private interface Change {
        /** @return true if something went that is to leave nothing behind */
        boolean write(Connection connection) throws SQLException;
    }

    private void change(Change change) {
        try {
            var connection = file.connection();
            Sql.run(connection, "BEGIN IMMEDIATE");
            try {
                unwiped |= change.write(connection);
                Sql.run(connection, "COMMIT");
            } catch (SQLException e) {
                Sql.rollBack(connection, e);
                throw e;
            }
            if (unwiped) {
                TracePruning.giveBack(connection);
                unwiped = !file.wiped();
            }
            over();
        } catch (SQLException | IOException e) {
            trouble(e);
        }
    }

    private void over() {
        if (told != null) {
            told = null;
            problems.accept(new StoreProblem(StoreProblem.Kind.SAVED, file.path(), Texts.get("store.traces.saved")));
        }
    }

    private void trouble(Exception e) {
        // The user is told below.
        LOG.info("Traces cannot be written or read: {}", e.getMessage());
        try {
            if (e instanceof SQLException sql && DatabaseFile.damaged(sql)) {
                LOG.warn("The traces are damaged and begun anew: {}", e.getMessage());
                file.discard();
                return;
            }
            // Opened anew the next time, in case that helps.
            file.close();
        } catch (SQLException | IOException again) {
            LOG.warn("Nor can they be closed: {}", again.getMessage());
        }
        boolean full = DatabaseFile.full(e);
        tell(full ? StoreProblem.Kind.FULL : StoreProblem.Kind.UNUSABLE,
                full ? "store.traces.full" : "store.traces.unusable");
    }

    private void tell(StoreProblem.Kind kind, String key) {
        if (told != kind) {
            told = kind;
            problems.accept(new StoreProblem(kind, file.path(), Texts.get(key, file.path().toString())));
        }
    }
}
