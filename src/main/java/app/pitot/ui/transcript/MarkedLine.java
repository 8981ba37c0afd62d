package app.pitot.ui.transcript;

import java.util.List;

/**
 * A line of plain text of which parts are marked.
 *
 * @param parts in order; none for an empty line
 */
public record MarkedLine(List<Part> parts) {
    /** How a part is marked; the drawing does not rest on colour alone. */
    public enum Mark {
        NONE, ADDED, REMOVED
    }

    /** @param text without line breaks */
    public record Part(String text, Mark mark) {}

    public MarkedLine {
        parts = List.copyOf(parts);
    }
}
