package app.pitot.ui.picker;

import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;

/** One row of the picker: a heading or a model. */
final class ChoiceCell extends ListCell<PickerRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    /** Of a model of which something is known, of one with nothing but its id, and of a heading; in pixels. */
    private static final double TALL = 44;
    private static final double LOW = 28;
    private static final double HEAD = 36;

    private final PickerModel model;
    private final ChoiceBox choice = new ChoiceBox(ZoneId.systemDefault());
    private final GroupBox group = new GroupBox();

    ChoiceCell(PickerModel model) {
        this.model = model;
        // Never wider than the list: the facts are cut first, and the list needs no bar below.
        setPrefWidth(0);
    }

    static double height(PickerRow row) {
        return switch (row) {
            case PickerRow.Item item -> ChoiceBox.facts(item).isEmpty() ? LOW : TALL;
            case PickerRow.Group _, PickerRow.TypedGroup _ -> HEAD;
        };
    }

    @Override
    protected void updateItem(PickerRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, !empty && row != null && !(row instanceof PickerRow.Item));
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setPrefHeight(height(row));
        switch (row) {
            case PickerRow.Item item -> {
                setAccessibleText(choice.show(item, model.today()));
                setGraphic(choice);
            }
            case PickerRow.Group of -> {
                setAccessibleText(group.show(of));
                setGraphic(group);
            }
            case PickerRow.TypedGroup typed -> {
                setAccessibleText(group.showTyped(typed.modelId()));
                setGraphic(group);
            }
        }
    }
}
