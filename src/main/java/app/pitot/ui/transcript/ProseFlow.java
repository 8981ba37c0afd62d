package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.markdown.Inline;
import app.pitot.ui.common.RightToLeft;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Runs of text as a wrapped paragraph; setting new runs touches only those that differ. */
final class ProseFlow extends TextFlow {
    /** So many runs are no usual paragraph. */
    private static final int MANY = 50;

    private final LinkOpener opener;
    private List<Inline> shown = List.of();

    ProseFlow(LinkOpener opener, String... styleClasses) {
        this.opener = opener;
        getStyleClass().add("prose");
        getStyleClass().addAll(styleClasses);
        setMinWidth(0);
    }

    void set(List<Inline> all) {
        var runs = pieces(all);
        var children = getChildren();
        if (children.size() > runs.size()) {
            children.remove(runs.size(), children.size());
        }
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (i >= children.size()) {
                children.add(node(run));
            } else if (sameLook(shown.get(i), run)) {
                var text = (Text) children.get(i);
                if (!text.getText().equals(run.text())) {
                    text.setText(run.text());
                }
            } else {
                children.set(i, node(run));
            }
        }
        shown = runs;
    }

    private static List<Inline> pieces(List<Inline> all) {
        var runs = joined(all);
        return runs.stream().noneMatch(run -> RightToLeft.any(run.text()))
                ? runs
                : runs.stream().flatMap(run -> RightToLeft.pieces(run.text()).stream()
                        .map(piece -> new Inline(piece, run.style(), run.target()))).toList();
    }

    /** Spaces go with the words before them where nobody can see it: thousands of marks are half as many nodes. */
    private static List<Inline> joined(List<Inline> runs) {
        if (runs.size() < MANY) {
            return runs;
        }
        var joined = new ArrayList<Inline>();
        for (var run : runs) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.target() == null && (before.style() & ~(Inline.BOLD | Inline.ITALIC)) == 0
                    && run.equals(Inline.plain(" "))) {
                joined.set(joined.size() - 1, new Inline(before.text() + " ", before.style(), null));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static boolean sameLook(Inline one, Inline other) {
        return one.style() == other.style() && java.util.Objects.equals(one.target(), other.target());
    }

    private Text node(Inline run) {
        var text = new Text(run.text());
        text.getStyleClass().add("run");
        if (run.is(Inline.BOLD)) {
            text.getStyleClass().add("bold");
        }
        if (run.is(Inline.ITALIC)) {
            text.getStyleClass().add("italic");
        }
        if (run.is(Inline.CODE)) {
            text.getStyleClass().add("inline-code");
        }
        if (run.is(Inline.UNSEEN)) {
            text.getStyleClass().add("unseen");
        }
        if (run.is(Inline.STRIKE)) {
            text.setStrikethrough(true);
        }
        if (run.target() != null) {
            link(text, run.target());
        }
        return text;
    }

    private void link(Text text, String target) {
        var address = Links.safe(target);
        // Made when the pointer comes: a reply may hold thousands of links.
        text.addEventHandler(MouseEvent.MOUSE_ENTERED, new javafx.event.EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                text.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(text, new Tooltip(address.map(java.net.URI::toString)
                        .orElseGet(() -> Texts.get("transcript.unsafeLink", target))));
            }
        });
        if (address.isEmpty()) {
            text.getStyleClass().add("dead-link");
            return;
        }
        text.getStyleClass().add("link");
        text.setCursor(Cursor.HAND);
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(text.getText() + " " + address.get());
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                LinkPrompt.show(text, address.get(), opener);
            }
        });
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                LinkPrompt.show(text, address.get(), opener);
                event.consume();
            }
        });
    }
}
