package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Folds and unfolds the reasoning by click or Space. */
final class ReasoningCell extends RowCell {
    private final ReasoningRow row;
    private final ToggleButton toggle = new ToggleButton();

    ReasoningCell(ReasoningRow row) {
        super(row);
        this.row = row;
        var arrow = new Region();
        arrow.getStyleClass().add("arrow");
        toggle.getStyleClass().setAll("reasoning-toggle");
        toggle.setGraphic(arrow);
        toggle.textProperty().bind(Bindings.createStringBinding(this::label, row.summary()));
        toggle.accessibleTextProperty().bind(toggle.textProperty());
        toggle.selectedProperty().bindBidirectional(row.expanded());
        getNode().content(new HBox(toggle));
        getNode().room(12, 0);
    }

    @Override
    public void dispose() {
        toggle.selectedProperty().unbindBidirectional(row.expanded());
        toggle.textProperty().unbind();
    }

    private String label() {
        var summary = row.summary().get();
        return summary.isEmpty() ? Texts.get("transcript.reasoning") : Texts.get("transcript.reasoningWith", summary);
    }
}
