package app.pitot.compare;

import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Need;
import app.pitot.quota.PreFlight;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.quota.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a comparison may still ask, by the windows of providers and by the user's own budgets. */
final class Allowed {
    /** Of a provider's day or month: the rest is for whoever comes after the comparison. */
    static final double SHARE_OF_DAY = 0.8;
    /** Nobody sits and waits for longer than this for a new day. */
    private static final double LONGEST_WAIT_MS = 600_000;

    private final Exchanges exchanges;
    private final Clocks clocks;
    private final boolean overBudget;

    /** @param overBudget true if the user said yes to going over budgets, and to the rest of the day */
    Allowed(Exchanges exchanges, Clocks clocks, boolean overBudget) {
        this.exchanges = exchanges;
        this.clocks = clocks;
        this.overBudget = overBudget;
    }

    /** Null if {@code spec} may be sent as soon as it fits; else why its lane ends here. */
    Parting forbids(ExchangeSpec spec) {
        return forbids(spec, new ArrayList<>());
    }

    /**
     * The same for one of several that are to be sent at once.
     *
     * @param before those that were let through and have not been sent; if it is, this one joins them
     */
    Parting forbids(ExchangeSpec spec, List<Wanted> before) {
        var check = exchanges.preFlight(spec);
        if (never(check)) {
            return Parting.tooLarge(check);
        }
        if (waitsForDay(check)) {
            return Parting.usedUp(check.binding(), check.waitMs());
        }
        var wanted = new Wanted(spec.account(), exchanges.pool(spec.account(), spec.model()), check.need());
        var parting = overBudget ? null : spendsTooMuch(spec, wanted, before);
        if (parting == null) {
            before.add(wanted);
        }
        return parting;
    }

    private Parting spendsTooMuch(ExchangeSpec spec, Wanted wanted, List<Wanted> before) {
        for (var budget : exchanges.budgets(spec.account())) {
            var counting = before.stream().filter(other -> budget.budget().concerns(other.account())).toList();
            var need = sum(counting.stream(), wanted.need());
            if (over(budget, 1 + counting.size(), need.tokens(), need.costMicros())) {
                return Parting.overBudget(budget, clocks.now());
            }
        }
        var sharing = before.stream().filter(other -> other.pool().equals(wanted.pool())).toList();
        var tokens = sum(sharing.stream(), wanted.need()).tokens();
        for (var window : exchanges.quota(spec.account(), spec.model()).windows()) {
            if (overShare(window, tokens, 1 + sharing.size())) {
                return Parting.usedUp(window, window.nextMs());
            }
        }
        return null;
    }

    /** A request that was let through. */
    record Wanted(Account account, Object pool, Need need) {}

    /** What nobody knows the price of is left out, as long as one price is known. */
    private static Need sum(Stream<Wanted> wanted, Need last) {
        var all = Stream.concat(wanted.map(Wanted::need), Stream.of(last)).toList();
        var priced = all.stream().map(Need::costMicros).filter(Objects::nonNull).toList();
        return new Need(all.stream().mapToLong(Need::tokens).sum(),
                priced.isEmpty() ? null : (Long) priced.stream().mapToLong(Long::longValue).sum());
    }

    /** True if waiting does not help. */
    static boolean never(PreFlight check) {
        return check.verdict() == Verdict.OVER_CONTEXT || check.verdict() == Verdict.NEVER;
    }

    /** True if it could be sent only when a new day or month of the provider's has begun. */
    static boolean waitsForDay(PreFlight check) {
        return check.verdict() == Verdict.WAIT && check.binding() != null && ofDay(check.binding())
                && check.waitMs() != null && check.waitMs() > LONGEST_WAIT_MS;
    }

    /** True if so much more would leave less of a day or month than should be left. */
    static boolean overShare(WindowState window, long tokens, long requests) {
        if (!ofDay(window) || window.limit() == null || window.remaining() == null || window.metric() == Metric.USD) {
            return false;
        }
        var need = window.metric() == Metric.REQUESTS ? requests : tokens;
        return window.limit() - window.remaining() + need > SHARE_OF_DAY * window.limit();
    }

    private static boolean ofDay(WindowState window) {
        return window.period() == Period.DAY || window.period() == Period.MONTH;
    }

    /** True if {@code budget} has no room for so much. */
    static boolean over(BudgetState budget, long requests, long tokens, Long micros) {
        var left = budget.remaining();
        return switch (budget.budget().metric()) {
            case REQUESTS -> requests > left;
            case TOKENS, UNCACHED_TOKENS -> tokens > left;
            case USD -> micros == null ? left == 0 : micros > left;
        };
    }
}
