package app.pitot.compare;

import java.time.Instant;

/**
 * A comparison under a name, to be run again.
 *
 * @param id unique for ever: a UUID
 * @param name as the user calls it, not blank; of the draft the id of the set it came from, or again {@link #DRAFT}
 */
public record SavedSet(String id, String name, ComparisonSetup setup, Instant changedAt) {
    /** Id of what the user was working on when the app ended: it has no name that anyone gave it. */
    public static final String DRAFT = "draft";

    /** True for what the user was working on: it is in no list of sets. */
    public boolean draft() {
        return id.equals(DRAFT);
    }
}
