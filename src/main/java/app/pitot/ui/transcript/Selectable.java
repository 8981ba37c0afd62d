package app.pitot.ui.transcript;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;

/**
 * Text on the screen of which parts can be selected and marked. Offsets count the characters of the row's plain text, see
 * {@link RowText}; those beyond the end mean the end. JavaFX thread only, after layout.
 */
interface Selectable {
    /** What shows the text; the points and shapes below are in its coordinates. */
    Region node();

    /** The offset between two characters that is nearest to a point. */
    int hit(double x, double y);

    /** The areas that the characters from {@code from} up to {@code to} cover, none if they cover nothing. */
    List<Rectangle2D> shapes(int from, int to);

    /** Scrolls sideways, if the text can, so that these characters are in sight. */
    default void bring(int from, int to) {}

    /** Where a caret before the character at {@code offset} stands: an area of no width. */
    default Rectangle2D caret(int offset) {
        var behind = shapes(offset, offset + 1);
        if (!behind.isEmpty() && behind.getFirst().getWidth() > 0) {
            return new Rectangle2D(behind.getFirst().getMinX(), behind.getFirst().getMinY(), 0,
                    behind.getFirst().getHeight());
        }
        var before = offset == 0 ? List.<Rectangle2D>of() : shapes(offset - 1, offset);
        return before.isEmpty()
                ? new Rectangle2D(0, 0, 0, 0)
                : new Rectangle2D(before.getLast().getMaxX(), before.getLast().getMinY(), 0,
                        before.getLast().getHeight());
    }
}
