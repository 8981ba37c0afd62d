package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The field at the top, with its shortcut written in it as long as it is empty. */
final class SearchField extends StackPane {
    private final TextField field = new TextField();

    /** @param down goes into the results */
    SearchField(HistoryModel model, Runnable down) {
        field.setPromptText(Texts.get("history.search"));
        field.textProperty().bindBidirectional(model.query());
        Describe.node(field, Texts.get("history.search"), Texts.get("history.search.help"),
                Shortcut.HISTORY_SEARCH.combination(), Describe.Focus.TAB);
        var hint = new Label(Shortcut.HISTORY_SEARCH_ALIAS.combination().getDisplayText().replace('+', ' '));
        hint.getStyleClass().addAll("text-muted", "text-secondary");
        hint.setMouseTransparent(true);
        hint.visibleProperty().bind(field.textProperty().isEmpty());
        setAlignment(hint, Pos.CENTER_RIGHT);
        setMargin(hint, new Insets(0, 10, 0, 0));
        getStyleClass().add("history-search");
        getChildren().addAll(field, hint);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                event.consume();
                down.run();
            } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                event.consume();
                field.clear();
            }
        });
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }
}
