package app.pitot.ui.editor;

import app.pitot.ui.common.RightToLeft;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Where a prompt is typed: wrapped text that grows with its lines and then scrolls. A paste is plain text. Enter starts a new
 * line unless a filter of the owner takes the key; Tab leads to the next control. Use on the JavaFX thread only.
 */
public final class PromptBox extends TextBox {
    private static final double LINE = 19;
    /** More that runs from right to left does not wrap: too many pieces at every key. */
    private static final int IN_PIECES = 20_000;

    private boolean inPieces;

    /**
     * @param fewest lines when empty, at least 1
     * @param most lines before it scrolls
     */
    public PromptBox(double fewest, double most) {
        super("prompt-box");
        area().setWrapText(true);
        new LineFit(this, LINE, fewest, most);
    }

    @Override
    void changed() {
        var shown = area().getText();
        boolean cut = RightToLeft.any(shown);
        area().setWrapText(!cut || shown.length() <= IN_PIECES);
        if ((cut || inPieces) && area().isWrapText() && !shown.isEmpty()) {
            var spans = new StyleSpansBuilder<Collection<String>>();
            boolean other = false;
            for (var piece : RightToLeft.pieces(shown)) {
                // Neighbours of the same style would become one piece again.
                spans.add(other ? List.of("piece") : List.of(), piece.length());
                other = !other;
            }
            colour(spans.create());
        }
        inPieces = cut;
    }
}
