package app.pitot.exchange;

import app.pitot.quota.BudgetState;
import app.pitot.quota.BudgetTold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Speaks when 75, 90 and 100 % of a budget are used: once each in a day or month, whichever run of the app comes to it first.
 * Where two are passed at once the higher is said. Safe from any thread.
 */
public final class BudgetWarnings {
    private final Budgets budgets;
    private final Claims claims;
    private final Executor background;
    private final Consumer<Warning> told;
    private final String me = UUID.randomUUID().toString();

    /** What is said or known to be said, by whomever; guarded by this. */
    private final Map<Window, Integer> said = new HashMap<>();

    /** One budget in one day or month. */
    private record Window(String budgetId, Instant from) {}

    /** @param percent 75, 90 or 100 */
    public record Warning(BudgetState state, int percent) {}

    /** Where all runs of the app write down what was said. */
    @FunctionalInterface
    public interface Claims {
        /** False if somebody else has said as much. Blocks on the disk. */
        boolean claim(BudgetTold told);
    }

    /**
     * @param background runs what may block
     * @param told called there with each warning
     */
    public BudgetWarnings(Budgets budgets, Claims claims, Executor background, Consumer<Warning> told) {
        this.budgets = budgets;
        this.claims = claims;
        this.background = background;
        this.told = told;
        budgets.onChange(this::look);
        look();
    }

    private void look() {
        var due = due();
        if (!due.isEmpty()) {
            background.execute(() -> due.forEach(this::say));
        }
    }

    private synchronized List<Warning> due() {
        var due = new ArrayList<Warning>();
        for (var state : budgets.all()) {
            int percent = Budgets.percent(state.used(), state.budget().amount());
            var window = new Window(state.budget().id(), state.startedAt());
            if (percent > said.getOrDefault(window, 0)) {
                said.put(window, percent);
                due.add(new Warning(state, percent));
            }
        }
        return due;
    }

    private void say(Warning warning) {
        var state = warning.state();
        if (claims.claim(new BudgetTold(state.budget().id(), state.startedAt(), warning.percent(), me))) {
            told.accept(warning);
        }
    }
}
