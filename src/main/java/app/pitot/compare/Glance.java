package app.pitot.compare;

import app.pitot.quota.WindowState;
import java.util.List;

/**
 * A comparison at one instant, as its {@link Outlook} needs it.
 *
 * @param landed samples so far
 * @param hold null if nothing waits for its windows
 */
record Glance(int round, int landed, boolean paused, boolean over, List<OfLane> lanes, Wait hold) {
    /** @param lane index of the lane that waits @param window null if unknown */
    record Wait(int lane, double leftMs, WindowState window) {}

    Glance waiting(Wait other) {
        return new Glance(round, landed, paused, over, lanes, other);
    }

    /**
     * @param round of its last sample; -1 before the first
     * @param used tokens of its requests in the middle; null before the first
     * @param tookMs of its requests in the middle; null before the first
     * @param admittedMs how long ago the one under way was admitted; null if none is
     */
    record OfLane(boolean takesPart, int round, Long used, Double tookMs, Double admittedMs) {
        /** What its next request takes, as far as that has been seen. */
        Load load(Load expected) {
            return tookMs == null ? expected : expected.measured(used == null ? expected.used() : used, tookMs);
        }
    }
}
