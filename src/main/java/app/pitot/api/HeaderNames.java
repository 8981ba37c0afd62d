package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;

/**
 * The three headers that describe one window.
 *
 * @param metric null if Pitot does not count it; {@code label} then names it
 * @param period null if unknown
 * @param label null where metric and period say all
 * @param limit lower case, as are the others
 * @param zeroBlocks true if a limit of 0 says that the plan has no quota; else it says nothing
 */
record HeaderNames(Metric metric, Period period, String label, String limit, String remaining, String reset,
        boolean zeroBlocks) {
    HeaderNames(Metric metric, Period period, String limit, String remaining, String reset) {
        this(metric, period, null, limit, remaining, reset, false);
    }
}
