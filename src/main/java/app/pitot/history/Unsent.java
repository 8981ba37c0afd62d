package app.pitot.history;

import java.util.List;
import java.util.Map;

/**
 * What waits in a conversation to be sent, beside the text of its draft.
 *
 * @param pictures of the draft, in their order
 * @param results typed for calls that wait for them: one for each call, empty where none is typed, by the id of the reply
 *     that wants them
 * @param lost how many pictures could not be read as they were written; 0 for what is to be kept
 */
public record Unsent(List<Picture> pictures, Map<String, List<String>> results, int lost) {
    /** Nothing waits. */
    public static final Unsent NONE = new Unsent(List.of(), Map.of(), 0);

    public Unsent {
        pictures = List.copyOf(pictures);
        results = Map.copyOf(results);
    }

    public boolean isEmpty() {
        return pictures.isEmpty() && results.isEmpty();
    }
}
