package app.pitot.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * That a warning of a budget was said in one of its days or months, whoever said it.
 *
 * @param from first instant of that day or month
 * @param percent 75, 90 or 100: all that is lower counts as said
 * @param by who said it: one run of the app
 */
public record BudgetTold(String budgetId, Instant from, int percent, String by) {
    /** Days and months that are remembered of a budget: a clock that was set wrong for a while must not repeat them. */
    private static final int REMEMBERED = 3;

    /** {@code all} with {@code next}, unless as much or more was said already: then they stay as they are. */
    public static List<BudgetTold> claim(List<BudgetTold> all, BudgetTold next) {
        if (all.stream().anyMatch(told -> told.same(next) && told.percent >= next.percent)) {
            return all;
        }
        var now = new ArrayList<>(all);
        now.removeIf(told -> told.same(next));
        now.add(next);
        now.stream().filter(told -> told.budgetId.equals(next.budgetId) && told != next)
                .sorted(Comparator.comparing(BudgetTold::from).reversed()).skip(REMEMBERED - 1).toList()
                .forEach(now::remove);
        return now;
    }

    private boolean same(BudgetTold other) {
        return budgetId.equals(other.budgetId) && from.equals(other.from);
    }
}
