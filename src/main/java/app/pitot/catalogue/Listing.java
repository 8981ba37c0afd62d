package app.pitot.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * The models of one account as known now.
 *
 * @param models in the order in which to offer them, retired ones last
 * @param fetchedAt when the provider was last asked with success; null if all of it is from the data that ships with the app
 * @param stale true if it was fetched longer ago than the list is good for
 * @param busy true while the provider is being asked
 * @param problem why the last attempt failed, in a sentence; null if it did not
 * @param changes what the last refresh changed, newest first; empty if nothing or if there was none before
 */
public record Listing(String accountId, List<ModelEntry> models, Instant fetchedAt, boolean stale, boolean busy,
        String problem, List<Change> changes) {
    public Listing {
        models = List.copyOf(models);
        changes = List.copyOf(changes);
    }

    /**
     * One difference between two refreshes.
     *
     * @param detail in words, such as "context 131,072 → 65,536"; may be empty
     */
    public record Change(Kind kind, String modelId, String detail, Instant at) {
        /** What kind of difference. */
        public enum Kind {
            ADDED, REMOVED, PRICE, CONTEXT, RETIREMENT, OTHER
        }
    }
}
