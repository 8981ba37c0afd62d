package app.pitot.ui.editor;

import app.pitot.syntax.Run;
import app.pitot.syntax.Syntax;
import app.pitot.ui.common.RightToLeft;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** The text of a {@link JsonBox}. */
final class JsonEditor extends TextBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double LINE = 19;
    /** Longer texts stay without colours: they are to be typed in without a wait. */
    private static final int COLOURED = 20_000;
    private static final Syntax JSON = Syntax.of("json").orElseThrow();

    JsonEditor(double fewest, double most) {
        super("code-editor", "framed");
        // What runs from right to left would have to be cut into pieces, and the colours know nothing of those.
        area().wrapTextProperty().bind(textProperty().map(text -> !RightToLeft.any(text)));
        new LineFit(this, LINE, fewest, most);
    }

    @Override
    void changed() {
        var shown = area().getText();
        if (shown.isEmpty()) {
            return;
        }
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (var run : shown.length() > COLOURED ? List.<Run>of() : JSON.runs(shown)) {
            spans.add(List.of(), run.from() - at);
            spans.add(List.of("code-" + run.kind().name().toLowerCase(Locale.ROOT)), run.to() - run.from());
            at = run.to();
        }
        spans.add(List.of(), shown.length() - at);
        colour(spans.create());
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
