package app.pitot.cli;

import app.pitot.cli.LimitsTarget.Shown;
import app.pitot.quota.BudgetState;
import java.util.LinkedHashMap;
import java.util.List;

/** Which budgets stand with their account, and which stand once for all of several. */
final class SharedBudgets {
    private SharedBudgets() {}

    /** Those of all accounts together, each once; none where one account is all there is to show. */
    static List<BudgetState> of(List<Shown> all) {
        var once = new LinkedHashMap<String, BudgetState>();
        if (all.size() > 1) {
            all.stream().flatMap(shown -> shown.budgets().stream()).filter(SharedBudgets::shared)
                    .forEach(state -> once.putIfAbsent(state.budget().id(), state));
        }
        return List.copyOf(once.values());
    }

    /** Those of {@code shown} that are not among {@link #of} all. */
    static List<BudgetState> own(Shown shown, List<Shown> all) {
        return all.size() > 1 ? shown.budgets().stream().filter(state -> !shared(state)).toList() : shown.budgets();
    }

    private static boolean shared(BudgetState state) {
        return state.budget().accountId() == null;
    }
}
