package app.pitot.api;

import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;

/**
 * One window as a response header (or an error text) described it.
 *
 * @param metric TOKENS where the header does not tell cached from uncached; null for something that Pitot does not count,
 *     which {@code label} then names
 * @param period null if the header does not say and the dialect does not know
 * @param limit null if absent, unreadable or unlimited; 0 if blocked
 * @param remaining null if absent or unreadable; below 0 only where an error text says that more than the limit is used
 * @param resetSeconds seconds from receipt, 0 or more; null if absent or unreadable
 * @param allowance never null; LIMITED also where only the remaining figure is known
 * @param label the provider's own name of the window, such as "ITPM"; null where metric and period say all
 */
public record LimitReading(Metric metric, Period period, Long limit, Long remaining, Double resetSeconds,
        Allowance allowance, String label) {
    /** The label of a window of tokens that counts cached ones, too, where the provider has both kinds. */
    public static final String TOTAL_TOKENS = "total tokens";

    /** A window with figures, or without any. */
    public LimitReading(Metric metric, Period period, Long limit, Long remaining, Double resetSeconds) {
        this(metric, period, limit, remaining, resetSeconds,
                limit == null && remaining == null ? Allowance.UNKNOWN : Allowance.LIMITED, null);
    }

    /** The same window with another period and reset. */
    LimitReading at(Period newPeriod, Double newResetSeconds) {
        return new LimitReading(metric, newPeriod, limit, remaining, newResetSeconds, allowance, label);
    }
}
