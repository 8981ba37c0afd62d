package app.pitot.quota;

import app.pitot.base.Provenance;
import app.pitot.quota.WindowState.Level;
import java.time.Instant;

/**
 * One of the user's own budgets at one instant.
 *
 * @param used since {@code startedAt}, by settled usage
 * @param reserved by requests in flight
 * @param level normal, 75 % or 90 % used, or exhausted; never UNKNOWN
 * @param resetsAt when the next day or month begins
 * @param forecast where it leads
 * @param source ESTIMATED if some of the use had to be guessed, else MEASURED
 * @param unpriced replies whose price nobody knows: they are not in {@code used}; 0 unless the budget is one of money
 */
public record BudgetState(Budget budget, long used, long reserved, Level level, Instant startedAt, Instant resetsAt,
        Forecast forecast, Provenance source, long unpriced) {
    /** What may still be used, never negative. */
    public long remaining() {
        return Math.max(0, budget.amount() - used - reserved);
    }

    /** True if it could not take {@code need} more. What nobody knows is too much only where nothing at all is left. */
    public boolean over(Need need) {
        var more = need.of(budget.metric());
        return more == null ? remaining() == 0 : more > remaining();
    }
}
