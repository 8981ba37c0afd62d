package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.usage.RequestRow;
import app.pitot.ui.common.Format;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.control.IndexedCell;

/** The list of requests, with as many columns as there is room for. Reads on as one scrolls, and stays where one reads. */
final class RequestsTable extends TableView<RequestRow> {
    static final double ROW = 27;
    private static final double BAR = 12;
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    /** So many rows before the last one is seen, the next page is read. */
    private static final int AHEAD = 60;

    private final RequestsModel model;
    private final RowWords words;
    private final Map<Column, TableColumn<RequestRow, RequestRow>> columns = new EnumMap<>(Column.class);
    /** Id of the row that the keyboard is at; null for none. */
    private String chosen;
    private boolean settling;

    RequestsTable(RequestsModel model, RowWords words) {
        super(model.rows());
        this.model = model;
        this.words = words;
        getStyleClass().addAll("requests-table", "request-list");
        setAccessibleText(Texts.get("requests.table"));
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (var column : Column.values()) {
            columns.put(column, column(column));
        }
        getColumns().setAll(columns.values());
        setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(RequestRow row, boolean empty) {
                super.updateItem(row, empty);
                setAccessibleText(empty || row == null ? null : words.spoken(row));
                if (!empty && getIndex() >= model.rows().size() - AHEAD) {
                    model.more();
                }
            }
        });
        widthProperty().subscribe(this::fit);
        getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null && !settling) {
                chosen = now.id();
            }
        });
        model.rows().addListener((ListChangeListener<RequestRow>) this::changed);
        model.wanted().addListener((_, _, id) -> {
            if (id != null) {
                chosen = id;
                settle();
            }
        });
    }

    /** Selects the first row if none is selected. */
    void begin() {
        requestFocus();
        beginWith();
    }

    private void beginWith() {
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().clearAndSelect(0);
        }
    }

    private void changed(ListChangeListener.Change<? extends RequestRow> change) {
        int above = 0;
        boolean anew = false;
        while (change.next()) {
            boolean first = change.getFrom() == 0;
            anew |= first && change.getAddedSize() == getItems().size();
            if (first && change.wasAdded() && !change.wasRemoved()) {
                above += change.getAddedSize();
            }
        }
        if (anew) {
            scrollTo(0);
        } else if (above > 0 && above < getItems().size()) {
            stay(above);
        }
        settle();
        if (anew && isFocused()) {
            beginWith();
        }
    }

    /** Rows came in above: what was read is read on, unless that was the top. */
    private void stay(int above) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() instanceof IndexedCell<?> cell) {
            int first = cell.getIndex();
            double hidden = -cell.getLayoutY();
            if (first > 0 || hidden > 1) {
                flow.scrollToTop(first + above);
                flow.scrollPixels(hidden);
            }
        }
    }

    /** The rows are others now; the one that was chosen stays chosen if it is among them. */
    private void settle() {
        if (chosen == null || settling) {
            return;
        }
        var now = getSelectionModel().getSelectedItem();
        int at = getSelectionModel().getSelectedIndex();
        boolean there = now != null && now.id().equals(chosen) && at >= 0 && at < getItems().size()
                && getItems().get(at) == now;
        if (there) {
            return;
        }
        settling = true;
        try {
            for (int i = 0; i < getItems().size(); i++) {
                if (getItems().get(i).id().equals(chosen)) {
                    getSelectionModel().clearAndSelect(i);
                    return;
                }
            }
        } finally {
            settling = false;
        }
    }

    private TableColumn<RequestRow, RequestRow> column(Column column) {
        var made = new TableColumn<RequestRow, RequestRow>(column.title());
        made.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        made.setCellFactory(_ -> new Cell(column));
        made.setReorderable(false);
        made.setSortable(false);
        made.setMinWidth(30);
        made.getStyleClass().add(column.figure() ? "figures" : "words");
        if (column == Column.TIME) {
            made.getStyleClass().add("first");
        }
        return made;
    }

    private void fit() {
        var fitting = Column.fit(Math.max(0, getWidth() - BAR));
        columns.forEach((column, shown) -> {
            shown.setVisible(fitting.containsKey(column));
            if (fitting.containsKey(column)) {
                shown.setPrefWidth(fitting.get(column));
            }
        });
    }

    private final class Cell extends TableCell<RequestRow, RequestRow> {
        private final Column column;

        private Cell(Column column) {
            this.column = column;
            setAlignment(column.figure() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            if (column == Column.TIME) {
                getStyleClass().add("request-time");
            }
        }

        @Override
        protected void updateItem(RequestRow row, boolean empty) {
            super.updateItem(row, empty);
            var text = empty || row == null ? null : words.of(row, column);
            setText(text);
            pseudoClassStateChanged(UNKNOWN, Format.UNKNOWN.equals(text));
            if (column == Column.STATUS) {
                for (var tone : StatusWords.Tone.values()) {
                    getStyleClass().remove(tone.styleClass());
                }
                if (text != null) {
                    getStyleClass().add(StatusWords.tone(row.status()).styleClass());
                }
            }
        }
    }
}
