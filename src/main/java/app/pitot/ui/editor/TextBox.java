package app.pitot.ui.editor;

import app.pitot.ui.common.Describe;
import java.util.Collection;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.StyleSpans;

/** What the boxes of this package share: a text that is bound, a name, a prompt, and the keys that lead out of it. */
abstract class TextBox extends StackPane {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Label prompt = new Label();
    private final Label name = new Label();
    private final Area area;
    private boolean own;

    TextBox(String... styleClasses) {
        area = new Area(name, prompt);
        getStyleClass().add("editor");
        getStyleClass().addAll(styleClasses);
        getStylesheets().add(TextBox.class.getResource("/app/pitot/ui/editor/editor.css").toExternalForm());
        prompt.getStyleClass().add("editor-prompt");
        prompt.setMouseTransparent(true);
        prompt.setVisible(false);
        StackPane.setAlignment(prompt, Pos.TOP_LEFT);
        name.setVisible(false);
        name.setManaged(false);
        getChildren().addAll(new VirtualizedScrollPane<>(area), prompt, name);
        area.textProperty().addListener((_, _, is) -> typed(is));
        text.addListener((_, _, is) -> replaced(is == null ? "" : is));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        prompt.textProperty().addListener((_, _, _) -> showPrompt());
    }

    /** What is typed: line feeds only, never null; setting it forgets what could be undone. */
    public final StringProperty textProperty() {
        return text;
    }

    public final String getText() {
        return text.get();
    }

    public final void setText(String next) {
        text.set(next);
    }

    /** Shown as long as nothing is typed; empty for nothing. */
    public final StringProperty promptTextProperty() {
        return prompt.textProperty();
    }

    /** Says what the box is, to a screen reader. */
    public final void describe(String called, String help) {
        name.setText(called);
        Describe.node(area, called, help);
        Describe.tooltip(area, null);
    }

    /** Puts {@code more} in the place of what is selected, else where the caret is. */
    public final void insert(String more) {
        area.replaceSelection(more);
        area.requestFollowCaret();
    }

    /** Puts the caret behind the last character. */
    public final void end() {
        area.moveTo(area.getLength());
        area.requestFollowCaret();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** Lets go of the listeners that the area holds. */
    public void dispose() {
        area.dispose();
    }

    final Area area() {
        return area;
    }

    /** Colours the whole text; {@code spans} are those of the text as it is on the screen. */
    final void colour(StyleSpans<? extends Collection<String>> spans) {
        area.setStyleSpans(0, spans);
    }

    /** Told after the text changed. */
    void changed() {}

    private void typed(String shown) {
        if (!own) {
            own = true;
            try {
                text.set(LongLines.joined(shown));
            } finally {
                own = false;
            }
            after();
        }
    }

    private void replaced(String next) {
        if (!own) {
            own = true;
            try {
                area.replaceText(0, area.getLength(), next);
                area.getUndoManager().forgetHistory();
                text.set(LongLines.joined(area.getText()));
            } finally {
                own = false;
            }
            after();
        }
    }

    private void after() {
        showPrompt();
        changed();
    }

    private void showPrompt() {
        prompt.setVisible(area.getLength() == 0 && !prompt.getText().isEmpty());
    }

    /** The area would take a Tab as a character, and nothing else could be reached from here. */
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }
}
