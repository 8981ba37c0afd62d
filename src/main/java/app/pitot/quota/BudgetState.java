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
 */
public record BudgetState(Budget budget, long used, long reserved, Level level, Instant startedAt, Instant resetsAt,
        Forecast forecast, Provenance source) {
    /** What may still be used, never negative. */
    public long remaining() {
        return Math.max(0, budget.amount() - used - reserved);
    }
}
