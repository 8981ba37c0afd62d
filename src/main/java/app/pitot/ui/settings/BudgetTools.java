package app.pitot.ui.settings;

import app.pitot.base.Clocks;
import app.pitot.desktop.Notifications;
import app.pitot.exchange.Budgets;
import app.pitot.quota.Budget;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the page of budgets works with.
 *
 * @param budgets how they stand
 * @param accounts that a budget can be for, as they are now
 * @param zone of the user's clock
 */
public record BudgetTools(Kept kept, Budgets budgets, Supplier<List<Whose>> accounts, Notifications notifications,
        Clocks clocks, ZoneId zone, Jobs jobs) {
    /** Where the budgets are kept. */
    public interface Kept {
        /** As they are now; cheap. */
        List<Budget> now();

        /** Changes what is kept by then. Blocks on the disk. @param change may be called more than once */
        void change(UnaryOperator<List<Budget>> change);
    }

    /** An account by its name. */
    public record Whose(String id, String name, boolean simulated) {}
}
