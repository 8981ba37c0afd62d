package app.pitot.ui.editor;

import javafx.css.PseudoClass;

/** The text of a {@link JsonBox}. */
final class JsonEditor extends TextBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double LINE = 19;

    JsonEditor(double fewest, double most) {
        super("code-editor", "framed");
        area().setWrapText(true);
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
