package app.pitot.store;

import app.pitot.base.Clocks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code pitot.db}, which the ledger and the history share. One thread of its own does all that touches the file, in the
 * order of the calls, and opens it when first needed; only look-ups have a connection of their own. Whatever the disk does,
 * callers go on: what cannot be written waits in memory, and in a journal, for the next chance. Safe from any thread.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
    /** What could not be written when it was opened is tried again after so long. */
    private static final long AGAIN_NANOS = 10_000_000_000L;
    /** Changes that share a transaction at most. */
    private static final int TOGETHER = 64;

    private final Path folder;
    private final DatabaseFile file;
    private final Duration busyTimeout;
    private final ReadSide readSide;
    private final ReadSide longSide;
    private final Clocks clocks;
    private final Upkeep upkeep;
    private final Consumer<StoreProblem> problems;
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pitot-store").factory());

    private final Backlog backlog;
    /** How often a damaged file was replaced. Written by the writer thread only. */
    private volatile int replacements;

    // Touched by the writer thread only.
    private final Outbox outbox;
    private final Set<StoreProblem.Kind> told = EnumSet.noneOf(StoreProblem.Kind.class);
    private DatabaseFile.Opened opened;
    private long openedAt;
    private boolean traces;

    /**
     * Touches no disk yet.
     *
     * @param folder holds {@code pitot.db}; made if absent
     * @param problems told once per kind of trouble, on the database's thread
     */
    public Database(Path folder, Clocks clocks, Consumer<StoreProblem> problems) {
        this(folder, clocks, problems, BUSY_TIMEOUT, Migrations.shipped());
    }

    Database(Path folder, Clocks clocks, Consumer<StoreProblem> problems, Duration busyTimeout,
            Migrations migrations) {
        this.problems = problems;
        this.folder = folder;
        this.busyTimeout = busyTimeout;
        this.file = new DatabaseFile(folder.resolve("pitot.db"), clocks, busyTimeout, migrations, this::tell);
        this.readSide = new ReadSide(folder.resolve("pitot.db"), busyTimeout.toMillis());
        this.longSide = new ReadSide(folder.resolve("pitot.db"), busyTimeout.toMillis());
        this.clocks = clocks;
        this.outbox = new Outbox(folder, this::tell);
        this.backlog = new Backlog(outbox);
        this.upkeep = new Upkeep(folder.resolve("pitot.db"), clocks, problems, () -> submit(this::giveUp));
    }

    /** Where the file is. */
    Path folder() {
        return folder;
    }

    /** Starts opening the file, so that the first request need not wait for it. Returns at once; problems are told. */
    public void openSoon() {
        upkeep.begin();
        submit(() -> {
            try {
                ready();
            } catch (SQLException | IOException e) {
                tell(file.explain(e));
            }
        });
    }

    /** Something to write, in one transaction. Doing it twice must change nothing: a failed one is repeated. */
    interface Change {
        void write(Connection connection) throws SQLException;

        /** True if what it removed is to be wiped from the side files, too. */
        default boolean leavesTraces() {
            return false;
        }
    }

    /** Something to read. */
    interface Query {
        void run(Connection connection) throws SQLException;
    }

    /** Something to read that may have to be read twice. */
    interface Lookup<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Enqueues {@code change}; the future completes once it was tried, whether or not the disk took it. */
    Future<?> write(Change change) {
        return write(change, () -> {});
    }

    /** The same; {@code taken} is run on the database's thread once the disk has it, if it ever does. */
    Future<?> write(Change change, Runnable taken) {
        backlog.add(change, taken);
        return submit(this::flush);
    }

    /** Waits for {@code query}, which sees all that was enqueued before; does nothing where the file cannot be read. */
    void read(Query query) {
        await(submit(() -> tryToRead(query)), BUSY_TIMEOUT.plusSeconds(5));
    }

    /** The same without waiting. */
    void readSoon(Query query) {
        submit(() -> tryToRead(query));
    }

    /** Runs {@code task} behind all that was enqueued before. */
    Future<?> after(Runnable task) {
        return submit(task);
    }

    /**
     * Reads what is on the disk by now, without waiting for what is still to be written.
     *
     * @return {@code nothing} where the file cannot be read
     */
    <T> T look(T nothing, Lookup<T> lookup) {
        return look(readSide, nothing, lookup);
    }

    /** The same for what may take long, so that neither short look-ups nor the writer need wait for it. */
    <T> T lookLong(T nothing, Lookup<T> lookup) {
        if (!longSide.ready()) {
            // At the start the file is not open yet.
            read(_ -> {});
        }
        return look(longSide, nothing, lookup);
    }

    private <T> T look(ReadSide side, T nothing, Lookup<T> lookup) {
        if (side.ready()) {
            try {
                return side.run(lookup);
            } catch (SQLException e) {
                LOG.info("A look-up goes the long way, code {}.", e.getErrorCode());
            }
        }
        // The other way knows what each kind of trouble asks for.
        var found = new AtomicReference<T>(nothing);
        int before = replacements;
        read(connection -> found.set(lookup.run(connection)));
        if (replacements != before) {
            // It was damaged: what could be recovered of it is there now.
            read(connection -> found.set(lookup.run(connection)));
        }
        return found.get();
    }

    /** Waits for what {@link #write} returned, but no longer than {@code longest}. */
    static void await(Future<?> task, Duration longest) {
        if (task == null) {
            return;
        }
        try {
            task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The database is slow; going on without waiting for it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The database broke.", e.getCause());
        }
    }

    /** Writes what is outstanding, then closes the file. */
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            upkeep.close();
            submit(this::shut);
            writer.shutdown();
        }
        try {
            if (!writer.awaitTermination(BUSY_TIMEOUT.toSeconds() + 5, TimeUnit.SECONDS)) {
                LOG.warn("The database did not finish writing in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves everything as a crash would, for tests: nothing more is written, and files are closed. */
    void abandon() {
        upkeep.close();
        await(submit(() -> {
            backlog.clear();
            outbox.leave();
            try {
                if (opened != null) {
                    disconnect();
                }
            } catch (SQLException e) {
                LOG.warn("The database does not close, code {}.", e.getErrorCode());
            }
        }), BUSY_TIMEOUT);
        writer.shutdown();
    }

    private Future<?> submit(Runnable task) {
        try {
            return writer.submit(task);
        } catch (RejectedExecutionException e) {
            LOG.warn("The database is closed; something came too late for it.");
            return null;
        }
    }

    // From here on: writer thread only.

    private void flush() {
        // All that has come by now: where many come at once they share transactions, and the disk is waited for once.
        backlog.takeIn();
        try {
            var now = ready();
            if (now.writable()) {
                writeAll();
                outbox.clear();
            } else if (now.again()) {
                backlog.keep();
            } else {
                backlog.clear();
            }
        } catch (SQLException | IOException e) {
            tell(file.explain(e));
            backlog.keep();
        }
    }

    private void writeAll() throws SQLException, IOException {
        boolean replaced = false;
        int most = TOGETHER;
        while (backlog.waits()) {
            var next = backlog.first(most);
            try {
                Transactions.write(ready().connection(), next);
                traces |= next.stream().anyMatch(Change::leavesTraces);
                backlog.written(next.size());
            } catch (SQLException e) {
                if (DatabaseFile.unacceptable(e) && next.size() > 1) {
                    // One of them is; the others must not suffer for it.
                    most = 1;
                } else if (DatabaseFile.unacceptable(e)) {
                    LOG.error("A change was not accepted, code {}.", e.getErrorCode());
                    backlog.giveUpFirst();
                } else if (DatabaseFile.damaged(e) && !replaced) {
                    replaced = true;
                    replace();
                } else {
                    throw e;
                }
            }
        }
        boolean over = told.stream().anyMatch(StoreProblem.PASSING::contains);
        told.clear();
        if (over) {
            problems.accept(file.saved());
        }
        if (!file.inPlace()) {
            // What was just written must not end with this process.
            rescue();
        }
        if (traces) {
            traces = !Transactions.wiped(ready().connection(), busyTimeout);
        }
    }

    private void tryToRead(Query query) {
        try {
            var now = ready();
            if (now.readable()) {
                query.run(now.connection());
            }
        } catch (SQLException e) {
            if (opened != null && DatabaseFile.damaged(e)) {
                giveUp();
            } else {
                tell(file.explain(e));
            }
        } catch (IOException e) {
            tell(file.explain(e));
        }
    }

    /** The next change begins a new file. */
    private void giveUp() {
        try {
            replace();
        } catch (SQLException | IOException e) {
            tell(file.explain(e));
        }
    }

    private DatabaseFile.Opened ready() throws SQLException, IOException {
        if (opened != null && !file.inPlace()) {
            rescue();
        } else if (opened != null && opened.again() && clocks.nanos() - openedAt > AGAIN_NANOS) {
            disconnect();
        }
        if (opened == null) {
            opened = file.open();
            openedAt = clocks.nanos();
            if (opened.writable()) {
                readSide.allow();
                longSide.allow();
                outbox.takeUp(record -> JournalRecord.replay(opened.connection(), record));
            }
        }
        return opened;
    }

    /** Somebody removed or replaced files that are open. */
    private void rescue() throws SQLException, IOException {
        if (opened.writable()) {
            file.rescue(opened.connection(), this::disconnect);
        } else {
            disconnect();
        }
    }

    private void disconnect() throws SQLException {
        readSide.close();
        longSide.close();
        var last = opened;
        opened = null;
        last.connection().close();
    }

    /** The open file turned out to be damaged. */
    private void replace() throws SQLException, IOException {
        if (opened != null) {
            disconnect();
        }
        file.recover();
        replacements++;
    }

    private void shut() {
        if (!backlog.isEmpty()) {
            flush();
        }
        outbox.leave();
        if (opened == null) {
            return;
        }
        try {
            if (!file.inPlace()) {
                rescue();
            }
            if (opened != null) {
                disconnect();
            }
        } catch (SQLException | IOException e) {
            tell(file.explain(e));
        }
    }

    /** The first of its kind since the last success; the user need not hear it for every change. */
    private void tell(StoreProblem problem) {
        // That a file is unusable says already that all is only in memory.
        boolean said = problem.kind() == StoreProblem.Kind.MEMORY_ONLY && told.contains(StoreProblem.Kind.UNUSABLE);
        if (!said && told.add(problem.kind())) {
            problems.accept(problem);
        }
    }
}
