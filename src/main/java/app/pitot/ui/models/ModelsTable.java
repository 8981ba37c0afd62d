package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.models.ModelsQuery.Sort;
import app.pitot.ui.offer.ModelChoice;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The models as a table with as many columns as there is room for; Enter or a double click uses the chosen one. */
final class ModelsTable extends TableView<ModelChoice> {
    /** Of the scroll bar. */
    private static final double BAR = 12;
    private static final double ROW = 30;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ModelsModel model;
    private final Map<Column, TableColumn<ModelChoice, ModelChoice>> columns = new EnumMap<>(Column.class);
    private final Consumer<ModelChoice> use;
    private final Consumer<ModelChoice> copy;

    /**
     * @param use takes a model into the chat
     * @param copy puts a model's id on the clipboard
     */
    ModelsTable(ModelsModel model, Consumer<ModelChoice> use, Consumer<ModelChoice> copy) {
        super(model.rows());
        this.model = model;
        this.use = use;
        this.copy = copy;
        getStyleClass().add("models-table");
        setAccessibleText(Texts.get("models.table"));
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        for (var column : Column.values()) {
            columns.put(column, column(column));
        }
        getColumns().setAll(columns.values());
        setSortPolicy(_ -> {
            sort();
            return true;
        });
        setRowFactory(_ -> new ModelRow(model, this::use, menu()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().subscribe(this::fit);
        model.needs().subscribe(this::fit);
        keepSelection();
    }

    private TableColumn<ModelChoice, ModelChoice> column(Column column) {
        var made = new TableColumn<ModelChoice, ModelChoice>(column.title());
        made.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        made.setCellFactory(_ -> new FactCell(model, column));
        made.setReorderable(false);
        made.setMinWidth(40);
        made.getStyleClass().add(column.figure() ? "figures" : "words");
        if (column == Column.MODEL) {
            made.getStyleClass().add("first");
        }
        return made;
    }

    private void fit() {
        var fitting = ColumnFit.of(Math.max(0, getWidth() - BAR), model.needs().get());
        columns.forEach((column, shown) -> {
            shown.setVisible(fitting.containsKey(column));
            if (fitting.containsKey(column)) {
                shown.setPrefWidth(fitting.get(column));
            }
        });
    }

    /** The model sorts, since what is unknown is last in both directions. */
    @Override
    public void sort() {
        var order = getSortOrder();
        if (order.isEmpty()) {
            model.sort().set(null);
            return;
        }
        var first = order.getFirst();
        columns.forEach((column, shown) -> {
            if (shown == first) {
                model.sort().set(new Sort(column, first.getSortType() == SortType.ASCENDING));
            }
        });
    }

    /** Rows are made anew at each change of the list; the chosen model stays chosen if it is among them. */
    private void keepSelection() {
        var chosen = new ModelChoice[1];
        getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null) {
                chosen[0] = now;
            }
        });
        model.rows().addListener((ListChangeListener<ModelChoice>) _ -> {
            for (int i = 0; i < model.rows().size(); i++) {
                if (model.rows().get(i).same(chosen[0])) {
                    getSelectionModel().clearAndSelect(i);
                    return;
                }
            }
            getSelectionModel().clearSelection();
        });
    }

    private void key(KeyEvent event) {
        var chosen = getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            use(chosen);
            event.consume();
        } else if (COPY.match(event)) {
            copy.accept(chosen);
            event.consume();
        }
    }

    private void use(ModelChoice choice) {
        use.accept(choice);
    }

    private ContextMenu menu() {
        var useItem = new MenuItem(Texts.get("models.use"));
        useItem.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        useItem.setOnAction(_ -> use.accept(getSelectionModel().getSelectedItem()));
        var copyItem = new MenuItem(Texts.get("models.copy"));
        copyItem.setAccelerator(COPY);
        copyItem.setOnAction(_ -> copy.accept(getSelectionModel().getSelectedItem()));
        return new ContextMenu(useItem, copyItem);
    }
}
