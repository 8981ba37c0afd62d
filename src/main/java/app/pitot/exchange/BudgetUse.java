package app.pitot.exchange;

import app.pitot.exchange.Spending.Open;
import app.pitot.exchange.Spending.Stretch;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetSpan;
import app.pitot.quota.Spent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one day or month came to, by account: from the ledger once, and from then on as requests end. Not thread-safe. */
final class BudgetUse {
    private final BudgetSpan span;
    private final Map<Whose, Spent> settled = new HashMap<>();
    private List<Open> open = List.of();
    private boolean known;

    /** An account as far as it matters here. */
    record Whose(String accountId, boolean simulated) {
        boolean concern(Budget budget) {
            return budget.accountId() == null ? !simulated : budget.accountId().equals(accountId);
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
        ended.forEach(each -> add(new Whose(each.accountId(), each.simulated()), each.spent()));
        open = others;
        known = true;
    }

    void add(Whose whose, Spent spent) {
        settled.merge(whose, spent, Spent::plus);
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
            if (new Whose(each.accountId(), each.simulated()).concern(budget)) {
                sum = sum.plus(new Spent(1, each.tokens(), 0, 1, 1));
            }
        }
        return sum;
    }
}
