package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.syntax.Layers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What the rows of one code block share: they scroll sideways together and are copied as one. */
public final class CodeGroup {
    private final List<BlockRow> pieces = new ArrayList<>();
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty widest = new SimpleDoubleProperty();

    private final IntegerProperty lines = new SimpleIntegerProperty();
    private final CodeColours colours;

    CodeGroup(String language) {
        colours = CodeColours.of(language);
    }

    void add(BlockRow row) {
        pieces.add(row);
    }

    /** Null if nothing is known of the language. */
    CodeColours colours() {
        return colours;
    }

    /** The colours of {@code code}, with which {@code row} begins. */
    CompletableFuture<Layers> colours(BlockRow row, String code) {
        return colours.of(pieces, pieces.indexOf(row), code);
    }

    /** Pixels scrolled to the right, at least 0. */
    DoubleProperty offset() {
        return offset;
    }

    /** Width in pixels of the widest line seen so far. */
    DoubleProperty widest() {
        return widest;
    }

    /** How many there are so far. */
    IntegerProperty lines() {
        return lines;
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
