package app.pitot.ui.usage;

import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;

/** One figure of one group; its name wears the colour that the charts give it. */
final class GroupCell extends TableCell<GroupRow, GroupRow> {
    private final GroupColumn column;
    private final Legend.Swatch swatch;

    /** Told of clicks. */
    interface Clicked {
        void on(GroupRow row, GroupColumn column, MouseEvent event);
    }

    GroupCell(GroupColumn column, Clicked clicked) {
        this.column = column;
        this.swatch = column == GroupColumn.NAME ? new Legend.Swatch(Fill.OTHERS) : null;
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                clicked.on(getItem(), column, event);
            }
        });
    }

    @Override
    protected void updateItem(GroupRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("sum", "warned");
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            Describe.tooltip(this, null);
            return;
        }
        setText(RightToLeft.label(column.words(row)));
        setGraphic(row.fill() == null ? null : swatch);
        if (swatch != null && row.fill() != null) {
            swatch.show(row.fill());
        }
        if (row.sum()) {
            getStyleClass().add("sum");
        }
        if (column == GroupColumn.REFUSED && row.totals().refused() > 0) {
            getStyleClass().add("warned");
        }
        Describe.tooltip(this, column.more(row.totals()));
    }
}
