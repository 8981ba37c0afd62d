package app.pitot.exchange;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.exchange.BudgetUse.Whose;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetSpan;
import app.pitot.quota.BudgetState;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.Need;
import app.pitot.quota.PreFlight;
import app.pitot.quota.Spent;
import app.pitot.quota.WindowState.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user allows themselves, and what is left of it: what the ledger knows of all runs of the app, what ended here since,
 * and what is in flight here. A request counts in the day in which it was sent. A simulator's requests cost nothing and count
 * only in a budget of its own account. Safe from any thread; only {@link #enter} may wait.
 */
public final class Budgets {
    private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
    /** Days that are over are kept this long, for clocks that are set back. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Clocks clocks;
    private final Ledger ledger;
    private final Supplier<List<Budget>> set;
    private final boolean recorded;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    // Guarded by this.
    private final Map<BudgetSpan, BudgetUse> uses = new HashMap<>();
    /** By id of the request: set aside and not yet ended. */
    private final Map<String, Held> held = new HashMap<>();
    /** By id of the request: ended, and not yet known to be in the ledger. */
    private final Map<String, Ended> ended = new HashMap<>();

    private record Held(Whose whose, Instant at, Need need) {}

    private record Ended(Whose whose, Instant at, Spent spent) {}

    /** @param set what the user set, as it is at each moment; cheap */
    public Budgets(Clocks clocks, Ledger ledger, Supplier<List<Budget>> set) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.set = set;
        this.recorded = ledger.onKept(this::kept);
    }

    /** For whoever sets none. */
    public static Budgets none(Clocks clocks) {
        return new Budgets(clocks, Ledger.none(), List::of);
    }

    /** Told on any thread when something was spent or read anew. */
    public void onChange(Runnable told) {
        listeners.add(told);
    }

    /** Those that concern an account, the tightest first. One of which the ledger has not told yet is left out. */
    public List<BudgetState> of(Account account) {
        return tightestFirst(account, false);
    }

    private List<BudgetState> tightestFirst(Account account, boolean guess) {
        return states(budget -> budget.concerns(account), guess).stream()
                .sorted(Comparator.comparingDouble(Budgets::left)).toList();
    }

    /** All of which the ledger has told, in the user's order. */
    public List<BudgetState> all() {
        return states(_ -> true, false);
    }

    /** The tightest budget of the day as the instruments show it, in the place of {@code provider}'s day; that if there is none. */
    synchronized DayUse day(Account account, DayUse provider) {
        var tightest = of(account).stream().filter(state -> state.budget().period() == Period.DAY).findFirst();
        if (tightest.isEmpty() || provider == null) {
            return provider;
        }
        var state = tightest.get();
        var use = use(BudgetSpan.of(state.budget(), state.startedAt()));
        return new DayUse(state.budget().metric(), state.budget().amount(), state.used(), state.remaining(),
                provider.requests(), provider.refused(), state.startedAt(), state.forecast(),
                use.pace(state.budget(), clocks).curve(state.startedAt(), state.used()), state.source(), true);
    }

    /** Reads the ledger again: another run of the app may have spent something, or the user may have set something. */
    public void refresh() {
        List<BudgetUse> again;
        synchronized (this) {
            var now = clocks.now();
            uses.values().removeIf(use -> use.span().until().isBefore(now.minus(KEPT)));
            again = List.copyOf(uses.values());
        }
        again.forEach(this::read);
        // What was set meanwhile is read for the first time.
        all();
        listeners.forEach(Runnable::run);
    }

    /** The same check with the user's own budgets. */
    PreFlight judge(ExchangeSpec spec, PreFlight check) {
        return BudgetCheck.judge(check, of(spec.account()), spec.model());
    }

    /**
     * Sets aside what a request needs; it is kept until {@link #leave}. Waits a short while for the ledger's first answer.
     *
     * @param anyway true if the user said yes to going over a budget with it
     * @return the budget that forbids it, with nothing set aside; null if none does
     */
    BudgetState enter(String id, Account account, Need need, boolean anyway) throws InterruptedException {
        if (set.get().isEmpty()) {
            return null;
        }
        awaitLedger(account);
        synchronized (this) {
            var forbids = anyway ? null : BudgetCheck.forbids(tightestFirst(account, true), need);
            if (forbids == null) {
                held.put(id, new Held(whose(account), clocks.now(), need));
            }
            return forbids;
        }
    }

    /** A request has ended, or will never be sent. No effect if it did not enter. */
    synchronized void leave(String id) {
        held.remove(id);
    }

    /** A request leaves. @param need of one that did not enter */
    synchronized void begins(String id, Account account, Instant at, Need need) {
        var entered = held.get(id);
        held.put(id, new Held(whose(account), at, entered == null ? need : entered.need()));
    }

    /** A request has ended, and is about to be written down. No effect the second time. */
    void ends(String id, ExchangeResult result) {
        synchronized (this) {
            if (held.remove(id) == null) {
                return;
            }
            var spent = Spending.of(result);
            var one = new Ended(whose(result.spec().account()), result.startedAt(), spent);
            if (recorded) {
                ended.put(id, one);
            } else {
                count(one);
            }
        }
        listeners.forEach(Runnable::run);
    }

    private static Whose whose(Account account) {
        return new Whose(account.id(), account.provider().simulated());
    }

    private void kept(String id) {
        synchronized (this) {
            var one = ended.remove(id);
            if (one != null) {
                count(one);
            }
        }
    }

    private void count(Ended one) {
        uses.values().stream().filter(use -> use.span().contains(one.at()))
                .forEach(use -> use.add(one.whose(), one.at(), one.spent()));
    }

    private synchronized List<BudgetState> states(Predicate<Budget> wanted, boolean guess) {
        var now = clocks.now();
        var states = new ArrayList<BudgetState>();
        for (var budget : set.get()) {
            if (wanted.test(budget)) {
                var use = use(BudgetSpan.of(budget, now));
                if (use.known() || guess) {
                    states.add(state(budget, use, now));
                }
            }
        }
        return states;
    }

    private BudgetUse use(BudgetSpan span) {
        var known = uses.get(span);
        if (known != null) {
            return known;
        }
        var fresh = new BudgetUse(span);
        uses.put(span, fresh);
        read(fresh);
        return fresh;
    }

    /** Never waits: the answer comes on the ledger's thread. */
    private void read(BudgetUse use) {
        var span = use.span();
        boolean day = Duration.between(span.from(), span.until()).compareTo(Duration.ofDays(2)) < 0;
        ledger.spent(span.from(), span.until(), day ? Period.MINUTE : Period.HOUR, this::waiting,
                found -> told(use, found));
    }

    private synchronized List<String> waiting() {
        return List.copyOf(ended.keySet());
    }

    private void told(BudgetUse use, Spending found) {
        synchronized (this) {
            if (recorded || !use.known()) {
                // They are in what was just read; the other days count them now, and this one is set anew.
                found.kept().forEach(this::kept);
                use.read(found.ended(), found.open().stream()
                        .filter(open -> !held.containsKey(open.id()) && !ended.containsKey(open.id())).toList());
            }
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    private void awaitLedger(Account account) throws InterruptedException {
        long until = clocks.nanos() + PATIENCE_NANOS;
        synchronized (this) {
            while (true) {
                var now = clocks.now();
                boolean all = set.get().stream().filter(budget -> budget.concerns(account))
                        .allMatch(budget -> use(BudgetSpan.of(budget, now)).known());
                long left = until - clocks.nanos();
                if (all || left <= 0) {
                    if (!all) {
                        LOG.warn("Budgets are checked without what was spent before: it is not read yet.");
                    }
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private BudgetState state(Budget budget, BudgetUse use, Instant now) {
        var metric = budget.metric();
        var spent = use.of(budget);
        for (var one : ended.values()) {
            if (one.whose().concern(budget) && use.span().contains(one.at())) {
                spent = spent.plus(one.spent());
            }
        }
        var reserved = Spent.NOTHING;
        for (var one : held.values()) {
            if (one.whose().concern(budget) && use.span().contains(one.at())) {
                var cost = one.need().costMicros();
                reserved = reserved.plus(new Spent(1, one.need().tokens(), cost == null ? 0 : cost, 0, 0));
            }
        }
        long used = spent.of(metric);
        boolean money = metric == Metric.USD;
        boolean guessed = money || metric == Metric.TOKENS && spent.guessed() > 0;
        return new BudgetState(budget, used, reserved.of(metric), level(used, budget.amount()), use.span().from(),
                use.span().until(), forecast(budget, use, used),
                guessed ? Provenance.ESTIMATED : Provenance.MEASURED, money ? spent.unpriced() : 0);
    }

    private Forecast forecast(Budget budget, BudgetUse use, long used) {
        double left = Math.max(0, budget.amount() - used);
        return use.pace(budget, clocks).forecast(budget.amount(), left, use.span());
    }

    static Level level(long used, long amount) {
        return switch (percent(used, amount)) {
            case 100 -> Level.EXHAUSTED;
            case 90 -> Level.RED;
            case 75 -> Level.AMBER;
            default -> amount == 0 ? Level.EXHAUSTED : Level.NORMAL;
        };
    }

    /** The highest of 75, 90 and 100 that {@code used} has reached; 0 if none, or nothing is used. */
    static int percent(long used, long amount) {
        if (used == 0 || used < amount - amount / 4) {
            return 0;
        }
        return used >= amount ? 100 : used >= amount - amount / 10 ? 90 : 75;
    }

    /** As a share, so that budgets of different things can be compared. */
    private static double left(BudgetState state) {
        return state.budget().amount() == 0 ? 0 : (double) state.remaining() / state.budget().amount();
    }
}
