package app.pitot.ui.editor;

import app.pitot.syntax.Run;
import app.pitot.syntax.Syntax;
import app.pitot.ui.common.RightToLeft;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Code that is read and copied, never typed in. JavaFX thread only. */
public final class ReadingBox extends TextBox {
    /** Longer texts stay without colours: they are to be there without a wait. */
    private static final int COLOURED = 60_000;
    private static final Syntax JSON = Syntax.of("json").orElseThrow();

    private boolean json;

    public ReadingBox() {
        super("code-editor", "reading");
        area().setEditable(false);
        area().wrapTextProperty().bind(textProperty().map(text -> !RightToLeft.any(text)));
    }

    /** @param isJson true with colours */
    public void show(String text, boolean isJson) {
        json = isJson;
        setText(text);
        area().moveTo(0);
        area().requestFollowCaret();
    }

    /** Selects a stretch of the text and brings it into sight. */
    public void select(int from, int to) {
        var shown = area().getText();
        int start = place(shown, from);
        area().selectRange(start, start + place(shown.substring(start), to - from));
        area().requestFollowCaret();
    }

    /** Where the {@code index}th character stands on the screen, behind the cuts in front of it. */
    private static int place(String shown, int index) {
        int at = index;
        int cut = shown.indexOf(LongLines.CUT);
        while (cut >= 0 && cut <= at) {
            at += LongLines.CUT.length();
            cut = shown.indexOf(LongLines.CUT, cut + LongLines.CUT.length());
        }
        return Math.min(at, shown.length());
    }

    @Override
    void changed() {
        var shown = area().getText();
        if (shown.isEmpty()) {
            return;
        }
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (var run : !json || shown.length() > COLOURED ? List.<Run>of() : JSON.runs(shown)) {
            spans.add(List.of(), run.from() - at);
            spans.add(List.of("code-" + run.kind().name().toLowerCase(Locale.ROOT)), run.to() - run.from());
            at = run.to();
        }
        spans.add(List.of(), shown.length() - at);
        colour(spans.create());
    }
}
