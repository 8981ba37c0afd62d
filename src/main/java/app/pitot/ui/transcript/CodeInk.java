package app.pitot.ui.transcript;

import app.pitot.syntax.Kind;
import app.pitot.syntax.Layers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** The coloured texts that lie where a code's own text is, which then only gives them their places. */
final class CodeInk {
    private final List<Node> children;
    private final Text plain = text(null);
    private final Map<Kind, Text> coloured = new EnumMap<>(Kind.class);
    private final List<Text> apart = new ArrayList<>();
    private Layers shown;

    /** @param children where the texts are added */
    CodeInk(List<Node> children) {
        this.children = children;
    }

    /** The places of what is drawn apart. */
    interface Places {
        /** Left edge and top of the character at {@code offset}. */
        javafx.geometry.Rectangle2D at(int offset);
    }

    /** True if something is drawn, so that the code's own text must not show. */
    boolean drawn() {
        return shown != null;
    }

    /** Draws {@code layers}, and the rest of {@code code} behind them without colours. */
    void show(Layers layers, String code) {
        clearApart();
        if (shown == null) {
            children.add(plain);
        }
        shown = layers;
        rest(code);
        for (var kind : Kind.values()) {
            var words = layers.coloured().get(kind);
            var node = coloured.get(kind);
            if (words == null) {
                children.remove(node);
                coloured.remove(kind);
            } else {
                if (node == null) {
                    node = text(kind);
                    coloured.put(kind, node);
                    children.add(node);
                }
                if (!words.equals(node.getText())) {
                    node.setText(words);
                }
            }
        }
        for (var bit : layers.apart()) {
            var node = text(bit.kind());
            node.setText(bit.text());
            apart.add(node);
            children.add(node);
        }
    }

    /** The code has grown to {@code code}. */
    void rest(String code) {
        var known = shown.plain();
        int lines = lines(code, shown.length()) - lines(known, known.length());
        var words = shown.length() >= code.length()
                ? known
                : known + "\n".repeat(lines) + code.substring(shown.length());
        if (!words.equals(plain.getText())) {
            plain.setText(words);
        }
    }

    void clear() {
        if (shown != null) {
            clearApart();
            children.remove(plain);
            children.removeAll(coloured.values());
            coloured.clear();
            shown = null;
        }
    }

    void place(double x, double y, Places places) {
        if (shown == null) {
            return;
        }
        plain.relocate(x, y);
        coloured.values().forEach(text -> text.relocate(x, y));
        for (int i = 0; i < apart.size(); i++) {
            var at = places.at(shown.apart().get(i).from());
            apart.get(i).relocate(at.getMinX(), at.getMinY());
        }
    }

    private void clearApart() {
        children.removeAll(apart);
        apart.clear();
    }

    private static int lines(String text, int to) {
        int lines = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
            lines++;
        }
        return lines;
    }

    private static Text text(Kind kind) {
        var text = new Text();
        text.setManaged(false);
        text.setMouseTransparent(true);
        text.getStyleClass().add("code-text");
        if (kind != null) {
            text.getStyleClass().add("code-" + kind.name().toLowerCase(Locale.ROOT));
        }
        return text;
    }
}
