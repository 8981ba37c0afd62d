package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/**
 * Cuts text where a top-level block or a top-level list item begins. Each piece read alone gives what it gives in the
 * whole, so a piece that is followed by another one never has to be read again.
 */
final class Segmenter {
    /** No list goes on at the start of the text. */
    static final int NO_NUMBER = -1;

    private final Dialect dialect;

    Segmenter(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * @param start offset of the first character of its first line
     * @param number of the ordered item that it is, {@link #NO_NUMBER} if it is none
     */
    record Segment(int start, int number) {}

    /**
     * @param number of the ordered item that the text begins with if it goes on with a list, else {@link #NO_NUMBER}
     * @return the pieces in order, the first one starting at the first line that is not blank; empty if all are blank
     */
    List<Segment> segments(String text, int number) {
        var found = new ArrayList<Segment>();
        Node previous = null;
        for (var node = dialect.outline(text).getFirstChild(); node != null; node = node.getNext()) {
            if (previous instanceof LinkReferenceDefinition) {
                // What follows a definition may still turn out to belong to its paragraph.
                previous = node;
                continue;
            }
            if (node instanceof ListBlock list) {
                items(list, previous == null ? number : NO_NUMBER, found);
            } else {
                add(node, NO_NUMBER, found);
            }
            previous = node;
        }
        return found;
    }

    private static void items(ListBlock list, int carried, List<Segment> found) {
        var number = NO_NUMBER;
        if (list instanceof OrderedList ordered) {
            var start = ordered.getMarkerStartNumber();
            number = carried != NO_NUMBER ? carried : start == null ? 1 : start;
        }
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            add(item, number, found);
            number = number == NO_NUMBER ? NO_NUMBER : number + 1;
        }
    }

    private static void add(Node node, int number, List<Segment> found) {
        var spans = node.getSourceSpans();
        if (!spans.isEmpty()) {
            var first = spans.getFirst();
            found.add(new Segment(first.getInputIndex() - first.getColumnIndex(), number));
        }
    }
}
