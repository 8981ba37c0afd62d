package app.pitot.ui.compare.past;

import java.util.List;

/**
 * A set over time.
 *
 * @param timeline null if there is nothing to draw
 * @param changes since the run before the newest, a sentence each
 * @param note what is missing; empty for nothing
 */
record TimelineFace(Timeline timeline, List<String> changes, String note) {
    TimelineFace {
        changes = List.copyOf(changes);
    }
}
