package app.pitot.catalogue;

import app.pitot.provider.ModelInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was heard of the models of one account, as it is kept between runs. No secret is in it.
 *
 * @param baseUrl the endpoint that was asked: for another one all of this is void
 * @param fetchedAt when the key's own list was last read; null if it never was
 * @param own the key's own list; null if it was never read
 * @param open the provider's public list; null if there is none or it was never read
 * @param changes what the last refresh changed, newest first
 * @param gone by model id: which models were answered not to be there
 */
public record Remembered(String baseUrl, Instant fetchedAt, List<ModelInfo> own, List<ModelInfo> open,
        List<Listing.Change> changes, Map<String, ModelEntry.Gone> gone) {
    public Remembered {
        own = own == null ? null : List.copyOf(own);
        open = open == null ? null : List.copyOf(open);
        changes = List.copyOf(changes);
        gone = Map.copyOf(gone);
    }

    /** Nothing was heard yet. */
    public static Remembered nothing(String baseUrl) {
        return new Remembered(baseUrl, null, null, null, List.of(), Map.of());
    }

    /** What decides which models are there: the key's own list, else the public one; null if neither was read. */
    List<ModelInfo> live() {
        return own == null ? open : own;
    }

    Remembered withGone(Map<String, ModelEntry.Gone> now) {
        return new Remembered(baseUrl, fetchedAt, own, open, changes, now);
    }

    Remembered withChanges(List<Listing.Change> now) {
        return new Remembered(baseUrl, fetchedAt, own, open, now, gone);
    }
}
