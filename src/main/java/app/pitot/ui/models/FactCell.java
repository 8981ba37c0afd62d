package app.pitot.ui.models;

import app.pitot.ui.common.Format;
import app.pitot.ui.offer.ModelChoice;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/** One fact of one model. */
final class FactCell extends TableCell<ModelChoice, ModelChoice> {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final ModelsModel model;
    private final Column column;

    FactCell(ModelsModel model, Column column) {
        this.model = model;
        this.column = column;
        getStyleClass().add("fact");
        if (column == Column.MODEL) {
            getStyleClass().add("model-id");
        }
        if (column == Column.ACCOUNT) {
            // Names of one provider's accounts often differ only at their ends.
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
        if (column == Column.CAPABILITIES) {
            getStyleClass().add("capabilities");
        }
        setAlignment(column.figure() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        var text = empty || choice == null ? null : model.text(column, choice);
        setText(text);
        pseudoClassStateChanged(UNKNOWN, Format.UNKNOWN.equals(text));
        pseudoClassStateChanged(WARNING, text != null && !text.isEmpty() && column == Column.STATUS);
    }
}
