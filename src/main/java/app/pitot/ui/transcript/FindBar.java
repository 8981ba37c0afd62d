package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The slim bar to find words in the conversation. */
final class FindBar extends HBox {
    private static final double FIELD = 190;
    private static final double COUNT = 84;

    private final FindModel model;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Runnable shown;
    private final Runnable closed;
    private Node before;

    /**
     * @param shown called when the user goes to a find
     * @param closed called when the bar goes away and nothing had the focus before it
     */
    FindBar(FindModel model, Runnable shown, Runnable closed) {
        this.model = model;
        this.shown = shown;
        this.closed = closed;
        getStyleClass().addAll("find-bar", "surface");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setPrefWidth(FIELD);
        field.setPromptText(Texts.get("find.prompt"));
        field.setAccessibleText(Texts.get("find.name"));
        field.textProperty().bindBidirectional(model.query());
        count.setMinWidth(COUNT);
        count.getStyleClass().add("find-count");
        getChildren().addAll(field, count, button("‹", "find.previous", () -> go(-1)),
                button("›", "find.next", () -> go(1)), button("×", "find.close", this::close));
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.state().subscribe(this::show);
    }

    /** Shows the bar and puts the keyboard into it. */
    void open() {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
            setVisible(true);
            model.open();
        }
        field.requestFocus();
        field.selectAll();
    }

    /** Takes the bar away and gives the focus back. */
    void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        model.close();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else {
            closed.run();
        }
        before = null;
    }

    /** Goes to the next find, or with -1 to the one before; opens the bar if it is closed. */
    void go(int step) {
        if (!isVisible()) {
            open();
        }
        if (model.go(step) != null) {
            shown.run();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                if (event.getTarget() != field) {
                    return; // a button
                }
                go(event.isShiftDown() ? -1 : 1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(FindModel.State state) {
        var words = model.query().get().isEmpty()
                ? ""
                : state.count() == 0
                        ? Texts.get(state.searching() ? "find.searching" : "find.none")
                        : state.number() == 0
                                ? Texts.get("find.count", state.count())
                                : Texts.get("find.place", state.number(), state.count());
        count.setText(words + (state.searching() && state.count() > 0 ? "…" : ""));
        field.setAccessibleHelp(count.getText());
    }

    private static Button button(String sign, String name, Runnable run) {
        var button = new Button(sign);
        button.getStyleClass().setAll("find-button");
        button.setMinWidth(USE_PREF_SIZE);
        Describe.node(button, Texts.get(name), null);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
