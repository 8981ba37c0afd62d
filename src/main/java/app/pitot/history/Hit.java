package app.pitot.history;

import java.time.Instant;
import java.util.List;

/**
 * A place where searched words were said.
 *
 * @param messageId null if the words are in the title alone
 * @param at when it was said
 * @param excerpt a few words around the first match, on one line
 * @param marks where in {@code excerpt} the words stand
 */
public record Hit(String conversationId, String messageId, String title, Instant at, String excerpt,
        List<Mark> marks) {
    public Hit {
        marks = List.copyOf(marks);
    }

    /** From {@code start}, inclusive, to {@code end}, exclusive, in UTF-16 units. */
    public record Mark(int start, int end) {}
}
