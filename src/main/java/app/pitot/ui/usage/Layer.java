package app.pitot.ui.usage;

import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.UsageReport.Key;
import java.util.Arrays;
import java.util.Set;

/**
 * One of what is stacked.
 *
 * @param values one for each bin, 0 or more
 * @param estimated for each bin whether the value is an estimate
 * @param key the group that it is of; null if it is of all or of several
 * @param statuses that it counts; empty for all
 */
record Layer(String name, Fill fill, double[] values, boolean[] estimated, Key key, Set<Status> statuses) {
    double sum() {
        return Arrays.stream(values).sum();
    }

    boolean anyEstimated() {
        for (boolean each : estimated) {
            if (each) {
                return true;
            }
        }
        return false;
    }
}
