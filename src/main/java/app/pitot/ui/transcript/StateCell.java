package app.pitot.ui.transcript;

import javafx.scene.control.Label;

/** What a reply is doing before there is text. */
final class StateCell extends RowCell {
    private final Label label = new Label();

    StateCell(StateRow row) {
        super(row);
        label.getStyleClass().add("state");
        label.textProperty().bind(row.text());
        getNode().content(label);
        getNode().room(12, 0);
    }

    @Override
    public void dispose() {
        label.textProperty().unbind();
    }
}
