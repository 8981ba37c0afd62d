package app.pitot.store;

import app.pitot.store.SlotUse.Hours;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.util.List;

/**
 * An hour or day as a query asks for it.
 *
 * @param slot null without requests
 * @param groups what is told apart in it, to add to other slots
 * @param damaged rows of the ledger that are not what was written
 * @param jumps requests that a clock was set under
 */
record SlotView(Slot slot, List<Grouped> groups, Hours hours, long damaged, long jumps) {
    SlotView {
        groups = List.copyOf(groups);
    }

    /** @param use of all that is told apart as {@code key} */
    record Grouped(Key key, Use use) {}
}
