package app.pitot.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.Set;
import app.pitot.quota.KeptLevel;
import app.pitot.base.Clocks;
import app.pitot.catalogue.Figures;
import app.pitot.catalogue.ModelEntry;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.Spending;
import app.pitot.exchange.Typical;
import app.pitot.provider.Period;
import app.pitot.quota.PastReply;
import app.pitot.quota.PastUse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ledger in the database. */
public final class SqliteLedger implements Ledger, Figures {
    private static final Duration MEASURED_FOR = Duration.ofDays(90);

    private final Database database;
    private final Clocks clocks;
    private final List<Consumer<String>> kept = new CopyOnWriteArrayList<>();
    /** Ids of rows that this process writes. */
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    // Guarded by this.
    private OtherRows others;

    /** Touches no disk yet. @param database closed by {@link #close} */
    public SqliteLedger(Database database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /** With a database of its own. Touches no disk yet. */
    public SqliteLedger(Path folder, Clocks clocks, Consumer<StoreProblem> problems) {
        this(new Database(folder, clocks, problems), clocks);
    }

    SqliteLedger(Path folder, Clocks clocks, Consumer<StoreProblem> problems, Duration busyTimeout,
            Migrations migrations) {
        this(new Database(folder, clocks, problems, busyTimeout, migrations), clocks);
    }

    /** Starts opening the file, so that the first request need not wait for it. Returns at once. */
    public void openSoon() {
        database.openSoon();
    }

    /** Waits until the row is on the disk, so that it outlives a crash, but never long: the user is waiting. */
    @Override
    public void begin(Attempt attempt, ExchangeSpec spec, Instant at, long reservedTokens) {
        own.add(attempt.id());
        Database.await(database.write(LedgerRow.Begin.of(attempt, spec, at, reservedTokens)), Duration.ofSeconds(2));
    }

    /** Returns at once. */
    @Override
    public void end(Attempt attempt, ExchangeResult result, boolean last) {
        own.add(attempt.id());
        var now = clocks.now();
        database.write(LedgerRow.End.of(attempt, result, last, now),
                () -> kept.forEach(told -> told.accept(attempt.id())));
        // Behind the row itself, so that it is never newer than what the ledger knows.
        database.write(connection -> {
            Levels.keep(connection, result, now.toEpochMilli());
            Prices.keep(connection, result);
        });
    }

    @Override
    public List<KeptLevel> levels(String accountId, String model) {
        var found = new ArrayList<KeptLevel>();
        database.read(file -> found.addAll(Levels.of(file, accountId, model)));
        return List.copyOf(found);
    }

    @Override
    public synchronized void follow(Consumer<List<Elsewhere>> told) {
        if (others != null) {
            others.close();
        }
        others = new OtherRows(database, own::contains, told);
        others.begin();
    }

    @Override
    public boolean onKept(Consumer<String> told) {
        kept.add(told);
        return true;
    }

    @Override
    public void spent(Instant from, Instant until, Period step, Supplier<Collection<String>> asked,
            Consumer<Spending> told) {
        var done = new AtomicBoolean();
        database.readSoon(file -> {
            var found = SpendingQuery.run(file, from, until, step, asked.get());
            done.set(true);
            told.accept(found);
        });
        database.after(() -> {
            if (!done.get()) {
                told.accept(Spending.NOTHING);
            }
        });
    }

    @Override
    public List<PastUse> since(String accountId, String model, Instant since) {
        var found = new ArrayList<PastUse>();
        database.read(file -> found.addAll(PastUseQuery.run(file, accountId, model, since)));
        return List.copyOf(found);
    }

    @Override
    public List<PastReply> replies(String accountId, String model, int most) {
        var found = new ArrayList<PastReply>();
        database.read(file -> found.addAll(PastReplyQuery.run(file, accountId, model, most)));
        return List.copyOf(found);
    }

    @Override
    public Typical pace(String accountId, String model) {
        var own = measured(accountId, model).get(model);
        return own == null ? Typical.UNKNOWN : new Typical(null, own.ttftMs(), own.outputTps());
    }

    /** The model of the account's newest request; null if there is none, or if it cannot be read. Blocks on the disk. */
    public String lastModel(String accountId) {
        var found = new ArrayList<String>();
        database.read(file -> {
            try (var query = file.prepareStatement(
                    "SELECT model FROM request WHERE account = ? ORDER BY started_ms DESC, id DESC LIMIT 1")) {
                Sql.bind(query, accountId);
                try (var rows = query.executeQuery()) {
                    if (rows.next() && rows.getString(1) != null) {
                        found.add(rows.getString(1));
                    }
                }
            }
            if (found.isEmpty()) {
                OldDays.of(file, accountId, null).read(Long.MIN_VALUE, Long.MAX_VALUE, _ -> true, (row, _) -> {
                    if (accountId.equals(row.text("account"))) {
                        found.add(row.text("model"));
                    }
                    return found.isEmpty();
                });
            }
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public Map<String, ModelEntry.Measured> measured(String accountId, String modelId) {
        var found = new HashMap<String, ModelEntry.Measured>();
        var since = clocks.now().minus(MEASURED_FOR);
        database.read(file -> found.putAll(MeasuredQuery.run(file, accountId, modelId, since)));
        return Map.copyOf(found);
    }

    /** Writes what is outstanding, then closes the file. */
    @Override
    public void close() {
        synchronized (this) {
            if (others != null) {
                others.close();
            }
        }
        database.close();
    }
}
