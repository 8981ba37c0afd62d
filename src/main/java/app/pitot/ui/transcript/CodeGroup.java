package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** What the rows of one code block share: they scroll sideways together and are copied as one. */
public final class CodeGroup {
    private final List<BlockRow> pieces = new ArrayList<>();
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty widest = new SimpleDoubleProperty();

    void add(BlockRow row) {
        pieces.add(row);
    }

    /** Pixels scrolled to the right, at least 0. */
    DoubleProperty offset() {
        return offset;
    }

    /** Width in pixels of the widest line seen so far. */
    DoubleProperty widest() {
        return widest;
    }

    /** The whole code. */
    public String text() {
        var all = new StringBuilder();
        for (var piece : pieces) {
            if (piece.block().get() instanceof Block.Code code) {
                all.append(code.text());
            }
        }
        return all.toString();
    }
}
