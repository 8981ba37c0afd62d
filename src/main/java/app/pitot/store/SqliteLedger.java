package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.catalogue.Figures;
import app.pitot.catalogue.ModelEntry;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Ledger;
import app.pitot.quota.PastUse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in {@code pitot.db}. One thread of its own does all that touches the file, and opens it when first needed.
 * Whatever the disk does, callers go on: a row that cannot be written waits in memory for the next chance.
 */
public final class SqliteLedger implements Ledger, Figures {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLedger.class);
    /** Rows that wait while the disk refuses; beyond this the oldest are given up. */
    private static final int MAX_WAITING = 10_000;
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MEASURED_FOR = Duration.ofDays(90);

    private final LedgerFile file;
    private final Consumer<StoreProblem> problems;
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pitot-ledger").factory());
    private final Clocks clocks;

    // Touched by the writer thread only.
    private final Deque<LedgerRow> waiting = new ArrayDeque<>();
    private final Set<StoreProblem.Kind> told = EnumSet.noneOf(StoreProblem.Kind.class);
    private LedgerFile.Opened opened;

    /**
     * Touches no disk yet.
     *
     * @param folder holds {@code pitot.db}; made if absent
     * @param problems told once per kind of trouble, on the ledger's thread
     */
    public SqliteLedger(Path folder, Clocks clocks, Consumer<StoreProblem> problems) {
        this(folder, clocks, problems, BUSY_TIMEOUT, Migrations.shipped());
    }

    SqliteLedger(Path folder, Clocks clocks, Consumer<StoreProblem> problems, Duration busyTimeout,
            Migrations migrations) {
        this.clocks = clocks;
        this.problems = problems;
        this.file = new LedgerFile(folder.resolve("pitot.db"), clocks, busyTimeout, migrations, this::tell);
    }

    /** Starts opening the file, so that the first request need not wait for it. Returns at once; problems are told. */
    public void openSoon() {
        submit(() -> {
            try {
                ready();
            } catch (SQLException | IOException e) {
                tell(file.explain(e));
            }
        });
    }

    /** Waits until the row is on the disk, so that it outlives a crash, but never long: the user is waiting. */
    @Override
    public void begin(String id, ExchangeSpec spec, Instant at, long reservedTokens) {
        await(enqueue(LedgerRow.Begin.of(id, spec, at, reservedTokens)), Duration.ofSeconds(2));
    }

    /** Returns at once. */
    @Override
    public void end(ExchangeResult result) {
        enqueue(LedgerRow.End.of(result, clocks.now()));
    }

    @Override
    public List<PastUse> since(String accountId, String model, Instant since) {
        var found = new ArrayList<PastUse>();
        await(submit(() -> read(file -> found.addAll(PastUseQuery.run(file, accountId, model, since)))),
                BUSY_TIMEOUT.plusSeconds(5));
        return List.copyOf(found);
    }

    @Override
    public Map<String, ModelEntry.Measured> measured(String accountId, String modelId) {
        var found = new HashMap<String, ModelEntry.Measured>();
        var since = clocks.now().minus(MEASURED_FOR);
        await(submit(() -> read(file -> found.putAll(MeasuredQuery.run(file, accountId, modelId, since)))),
                BUSY_TIMEOUT.plusSeconds(5));
        return Map.copyOf(found);
    }

    /** Writes what is outstanding, then closes the file. */
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            submit(this::shut);
            writer.shutdown();
        }
        try {
            if (!writer.awaitTermination(BUSY_TIMEOUT.toSeconds() + 5, TimeUnit.SECONDS)) {
                LOG.warn("The ledger did not finish writing in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> enqueue(LedgerRow row) {
        return submit(() -> {
            waiting.add(row);
            if (waiting.size() > MAX_WAITING) {
                waiting.remove();
            }
            flush();
        });
    }

    private Future<?> submit(Runnable task) {
        try {
            return writer.submit(task);
        } catch (RejectedExecutionException e) {
            LOG.warn("The ledger is closed; something came too late for it.");
            return null;
        }
    }

    private static void await(Future<?> task, Duration longest) {
        if (task == null) {
            return;
        }
        try {
            task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The ledger is slow; going on without waiting for it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The ledger broke.", e.getCause());
        }
    }

    // From here on: writer thread only.

    private void flush() {
        try {
            if (!ready().writable()) {
                waiting.clear();
                return;
            }
            writeAll();
        } catch (SQLException | IOException e) {
            tell(file.explain(e));
        }
    }

    private void writeAll() throws SQLException, IOException {
        boolean replaced = false;
        while (!waiting.isEmpty()) {
            try {
                write(ready().connection(), waiting.peek());
                waiting.remove();
            } catch (SQLException e) {
                if (LedgerFile.unacceptable(e)) {
                    LOG.error("A row of the ledger was not accepted, code {}.", e.getErrorCode());
                    waiting.remove();
                } else if (LedgerFile.damaged(e) && !replaced) {
                    replaced = true;
                    replace();
                } else {
                    throw e;
                }
            }
        }
        told.clear();
    }

    private static void write(Connection connection, LedgerRow row) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            row.write(connection);
            Sql.run(connection, "COMMIT");
        } catch (SQLException e) {
            Sql.rollBack(connection, e);
            throw e;
        }
    }

    private void read(Query query) {
        try {
            var now = ready();
            if (now.readable()) {
                query.run(now.connection());
            }
        } catch (SQLException e) {
            if (opened != null && LedgerFile.damaged(e)) {
                giveUp();
            } else {
                tell(file.explain(e));
            }
        } catch (IOException e) {
            tell(file.explain(e));
        }
    }

    private interface Query {
        void run(Connection file) throws SQLException;
    }

    /** The next row begins a new file. */
    private void giveUp() {
        try {
            replace();
        } catch (SQLException | IOException e) {
            tell(file.explain(e));
        }
    }

    private LedgerFile.Opened ready() throws SQLException, IOException {
        if (opened == null) {
            opened = file.open();
        }
        return opened;
    }

    /** The open file turned out to be damaged. */
    private void replace() throws SQLException, IOException {
        opened.connection().close();
        opened = null;
        file.moveAside();
    }

    private void shut() {
        if (!waiting.isEmpty()) {
            flush();
        }
        if (opened == null) {
            return;
        }
        try {
            opened.connection().close();
        } catch (SQLException e) {
            tell(file.explain(e));
        }
        opened = null;
    }

    /** The first of its kind since the last success; the user need not hear it for every row. */
    private void tell(StoreProblem problem) {
        if (told.add(problem.kind())) {
            problems.accept(problem);
        }
    }
}
