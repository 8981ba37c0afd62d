package app.pitot.exchange;

import app.pitot.base.Clocks;
import app.pitot.exchange.Spending.Open;
import app.pitot.exchange.Spending.Stretch;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetSpan;
import app.pitot.quota.Pace;
import app.pitot.quota.Spent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one day or month came to, by account: from the ledger once, and from then on as requests end. Not thread-safe. */
final class BudgetUse {
    private final BudgetSpan span;
    private final Map<Whose, Spent> settled = new HashMap<>();
    /** By minutes or hours, for the paces. */
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Budget, Pace> paces = new HashMap<>();
    private List<Open> open = List.of();
    private boolean known;

    /** An account as far as it matters here. */
    record Whose(String accountId, boolean simulated) {
        boolean concern(Budget budget) {
            return budget.concerns(accountId, simulated);
        }
    }

    BudgetUse(BudgetSpan span) {
        this.span = span;
    }

    BudgetSpan span() {
        return span;
    }

    /** False until the ledger has answered. */
    boolean known() {
        return known;
    }

    /** The ledger's word takes the place of what was counted so far. @param others open requests of other runs of the app */
    void read(List<Stretch> ended, List<Open> others) {
        settled.clear();
        stretches.clear();
        paces.clear();
        for (var each : ended) {
            stretches.add(each);
            settled.merge(whose(each), each.spent(), Spent::plus);
        }
        open = others;
        known = true;
    }

    void add(Whose whose, Instant at, Spent spent) {
        settled.merge(whose, spent, Spent::plus);
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        var last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && whose(last).equals(whose) && last.from().equals(minute)) {
            stretches.set(stretches.size() - 1,
                    new Stretch(whose.accountId(), whose.simulated(), minute, last.spent().plus(spent)));
        } else {
            stretches.add(new Stretch(whose.accountId(), whose.simulated(), minute, spent));
        }
        paces.forEach((budget, pace) -> {
            if (whose.concern(budget)) {
                pace.spentAt(at, spent.of(budget.metric()));
            }
        });
    }

    /** How fast a budget of this day or month goes. */
    Pace pace(Budget budget, Clocks clocks) {
        return paces.computeIfAbsent(budget, _ -> {
            var pace = new Pace(clocks, budget.period());
            stretches.stream().filter(each -> whose(each).concern(budget)).sorted(Comparator.comparing(Stretch::from))
                    .forEach(each -> pace.spentAt(each.from(), each.spent().of(budget.metric())));
            return pace;
        });
    }

    private static Whose whose(Stretch stretch) {
        return new Whose(stretch.accountId(), stretch.simulated());
    }

    /** An open request counts with what was set aside for it: nobody knows better. */
    Spent of(Budget budget) {
        var sum = Spent.NOTHING;
        for (var each : settled.entrySet()) {
            if (each.getKey().concern(budget)) {
                sum = sum.plus(each.getValue());
            }
        }
        for (var each : open) {
            if (budget.concerns(each.accountId(), each.simulated())) {
                sum = sum.plus(new Spent(1, each.tokens(), 0, 1, 1));
            }
        }
        return sum;
    }
}
