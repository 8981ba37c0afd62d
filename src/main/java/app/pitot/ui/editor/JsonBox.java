package app.pitot.ui.editor;

import app.pitot.api.JsonText;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.JsonLayout;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Where JSON is typed: checked at every key, with the first problem and its place below, and laid out by a button. An empty
 * box is no problem. Use on the JavaFX thread only.
 */
public final class JsonBox extends VBox {
    /** Up to so many characters are checked at every key, in well under a millisecond; more at a pause in the typing. */
    private static final int AT_ONCE = 50_000;

    private final JsonText.Kind kind;
    private final JsonEditor editor;
    private final ReadOnlyObjectWrapper<JsonText.Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final Label words = new Label();
    private final Button format = new Button(Texts.get("editor.json.format"));
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));

    /**
     * @param kind what the JSON must be
     * @param fewest lines when empty, at least 1
     * @param most lines before it scrolls
     */
    public JsonBox(JsonText.Kind kind, double fewest, double most) {
        this.kind = kind;
        editor = new JsonEditor(fewest, most);
        getStyleClass().add("json-box");
        getStylesheets().add(JsonBox.class.getResource("/app/pitot/ui/editor/editor.css").toExternalForm());
        words.getStyleClass().addAll("json-problem", "text-bad");
        words.setWrapText(true);
        words.setMinSize(0, Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        format.getStyleClass().add("small");
        format.setMinWidth(Region.USE_PREF_SIZE);
        format.setOnAction(_ -> format());
        Describe.node(format, Texts.get("editor.json.format"), Texts.get("editor.json.format.help"));
        var below = new HBox(8, words, format);
        below.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(editor, below);
        pause.setOnFinished(_ -> check());
        editor.textProperty().addListener((_, _, is) -> {
            if (is.length() <= AT_ONCE) {
                check();
            } else {
                pause.playFromStart();
            }
        });
        check();
    }

    /** What is typed: line feeds only, never null. */
    public StringProperty textProperty() {
        return editor.textProperty();
    }

    public String getText() {
        return editor.getText();
    }

    public void setText(String next) {
        editor.setText(next);
    }

    /** Shown as long as nothing is typed; empty for nothing. */
    public StringProperty promptTextProperty() {
        return editor.promptTextProperty();
    }

    /** Says what the box is, to a screen reader. */
    public void describe(String called, String help) {
        editor.describe(called, help);
    }

    /** The first thing wrong with the text; null if all is well or nothing is typed. */
    public ReadOnlyObjectProperty<JsonText.Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public JsonText.Problem getProblem() {
        return problem.get();
    }

    /** Lays the text out with one member a line, as one step that can be undone; does nothing while there is a problem. */
    public void format() {
        check();
        if (problem.get() == null) {
            JsonLayout.pretty(getText()).ifPresent(editor::replaceAll);
        }
        editor.requestFocus();
    }

    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    private void check() {
        pause.stop();
        var found = getText().isBlank() ? null : JsonText.check(getText(), kind).orElse(null);
        problem.set(found);
        words.setText(found == null
                ? ""
                : Texts.get("editor.json.problem", found.line(), found.column(), found.message()));
        format.setDisable(found != null || getText().isBlank());
        editor.wrong(found != null);
    }
}
