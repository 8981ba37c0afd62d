package app.pitot.compare;

import app.pitot.exchange.Waiting;
import java.util.List;

/**
 * A comparison at one instant, as its {@link Outlook} needs it.
 *
 * @param landed samples so far
 * @param waitingLane index of the lane that waits for its windows; -1 for none
 * @param waiting what for; null for none
 */
record Glance(int round, int landed, boolean paused, boolean over, List<OfLane> lanes, int waitingLane,
        Waiting waiting) {
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
