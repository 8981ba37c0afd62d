package app.pitot.ui.editor;

import app.pitot.ui.common.RightToLeft;
import javafx.css.PseudoClass;

/** The text of a {@link JsonBox}. */
final class JsonEditor extends TextBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double LINE = 19;

    JsonEditor(double fewest, double most) {
        super("code-editor", "framed");
        // What runs from right to left would have to be cut into pieces, and the colours know nothing of those.
        area().wrapTextProperty().bind(textProperty().map(text -> !RightToLeft.any(text)));
        new LineFit(this, LINE, fewest, most);
    }

    void replaceAll(String next) {
        if (!next.equals(getText())) {
            area().replaceText(0, area().getLength(), next);
            area().moveTo(0);
            area().requestFollowCaret();
        }
    }

    void wrong(boolean is) {
        pseudoClassStateChanged(ERROR, is);
    }
}
