package app.pitot.ui.mini;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Describe.Focus;
import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The inside of the mini gauge: two bars and a speed, in two sizes. A click, Enter or Space opens Pitot. */
final class MiniView extends VBox {
    static final double WIDTH = 264;

    private final MiniRow window = new MiniRow();
    private final MiniRow day = new MiniRow();
    private final FigureLabel speed = new FigureLabel("figure-body");
    private final Label unit = new Label(Texts.get("instruments.speed.unit"));
    private final FigureLabel note = new FigureLabel("text-secondary");
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");
    private final VBox facts = new VBox(window, day);

    /**
     * @param open brings Pitot's window
     * @param close closes the mini gauge
     */
    MiniView(Runnable open, Runnable close) {
        getStyleClass().add("mini");
        facts.getStyleClass().addAll("mini-facts", "focus-ring");
        facts.setAccessibleRole(AccessibleRole.BUTTON);
        facts.setFocusTraversable(true);
        facts.setAccessibleHelp(Texts.get("mini.help"));
        facts.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                open.run();
            }
        });
        unit.getStyleClass().addAll("text-secondary", "text-muted");
        var size = button(Icons.FOLD, "mini.size", () -> compact.set(!compact.get()));
        var shut = button(Icons.CLOSE, "mini.close", close);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        note.setMinWidth(0);
        var words = new HBox(5, speed, unit, note);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMinWidth(0);
        words.setMaxHeight(USE_PREF_SIZE);
        var foot = new HBox(5, words, gap, size, shut);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(facts, foot);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        compact.subscribe(this::arrange);
    }

    /** True in the smaller size. */
    BooleanProperty compactProperty() {
        return compact;
    }

    void show(MiniFace face) {
        window.show(face.window());
        day.show(face.day());
        speed.setText(face.speed());
        speed.getStyleClass().removeAll("text-muted");
        if (face.quiet()) {
            speed.getStyleClass().add("text-muted");
        }
        note.setText(face.note());
        note.getStyleClass().removeAll("text-muted", "text-warn");
        note.getStyleClass().add(face.warned() ? "text-warn" : "text-muted");
        facts.setAccessibleText(face.spoken());
    }

    private void arrange(boolean small) {
        window.setCompact(small);
        day.setCompact(small);
        facts.setSpacing(small ? 5 : 10);
        note.setVisible(!small);
        note.setManaged(!small);
    }

    private static Button button(Icons icon, String key, Runnable action) {
        var button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().addAll("icon", "mini-button");
        button.setOnAction(_ -> action.run());
        Describe.node(button, Texts.get(key), null, null, Focus.TAB);
        return button;
    }
}
