package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Provider;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import app.pitot.store.SqliteLedger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Runs of the app with their budgets, on one real database, with a wall clock that is moved by hand. */
final class BudgetRig implements AutoCloseable {
    static final Account MINE = account("custom:a", "custom");
    static final Account OTHER = account("custom:b", "custom");
    static final Account SIMULATED = account("simulator:free", "simulator");

    final Clocks clocks = new Clocks(Ticker.system(), this::now);
    final SqliteLedger disk;
    final Budgets budgets;
    final Ledger ledger;
    final List<Budget> set = new ArrayList<>();
    Instant now;

    BudgetRig(Path folder, String now, Budget... budgets) {
        this.now = Instant.parse(now);
        set.addAll(List.of(budgets));
        disk = new SqliteLedger(folder, clocks, problem -> {
            throw new AssertionError(problem.message());
        });
        this.budgets = new Budgets(clocks, disk, () -> set);
        ledger = new BudgetLedger(disk, this.budgets, () -> {});
    }

    private Instant now() {
        return now;
    }

    static Account account(String id, String provider) {
        return new Account(id, new Provider(provider, provider, null, "auto"), "http://x.test/v1", null,
                KeySource.none(), "no key");
    }

    static Budget tokens(long amount) {
        return budget(Metric.TOKENS, amount, Period.DAY, ZoneOffset.UTC, null);
    }

    static Budget budget(Metric metric, long amount, Period period, ZoneId zone, Account account) {
        return new Budget(UUID.randomUUID().toString(), account == null ? null : account.id(), metric, amount, period,
                zone, true, false);
    }

    /** A request that used so many tokens and cost so many millionths; both null where unknown. */
    ExchangeResult spend(Account account, int tokens, Integer costMicros) {
        return end(begin(account, tokens), account, Outcome.COMPLETE, new Usage(tokens / 2, tokens - tokens / 2, tokens,
                null, null), costMicros, null);
    }

    ExchangeResult refused(Account account) {
        return end(begin(account, 500), account, Outcome.REFUSED, null, null,
                new ApiError(ErrorKind.RATE_LIMIT, 429, null, "x", null, null));
    }

    String begin(Account account, int reserved) {
        var id = UUID.randomUUID().toString();
        ledger.begin(id, spec(account), now, reserved);
        return id;
    }

    static ExchangeSpec spec(Account account) {
        return new ExchangeSpec(account, ModelInfo.ofId("m"),
                new ChatRequest("m", List.of(new ChatMessage(ChatMessage.Role.USER, "x")), null, 100));
    }

    ExchangeResult end(String id, Account account, Outcome outcome, Usage usage, Integer costMicros, ApiError error) {
        var result = new ExchangeResult(id, spec(account), now, outcome, "stop", "", "", usage, SpeedReading.NONE,
                costMicros == null ? null : BigDecimal.valueOf(costMicros, 6), error, new Reservation(1, 50, 100, 0),
                null, List.of());
        ledger.end(result);
        return result;
    }

    /** Once the ledger has told of all budgets. */
    List<BudgetState> all() {
        until(() -> budgets.all().size() == set.size());
        return budgets.all();
    }

    BudgetState only() {
        return all().getFirst();
    }

    /** What the ledger says now is what counts. */
    BudgetState reread() {
        budgets.refresh();
        disk.since("none", null, now); // behind what was asked for
        return only();
    }

    static void until(BooleanSupplier done) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within ten seconds");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        disk.close();
    }
}
