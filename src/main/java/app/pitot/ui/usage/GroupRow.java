package app.pitot.ui.usage;

import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport.Key;

/**
 * One of the groups.
 *
 * @param key null if it is the sum of all
 * @param fill as the charts draw it; null if it is the sum of all
 * @param share of all tokens, 0 to 1; null if there are none
 */
record GroupRow(Key key, String name, Fill fill, Totals totals, Double share) {
    boolean sum() {
        return key == null;
    }
}
