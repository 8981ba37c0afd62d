package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.Figures;
import app.pitot.ui.controls.Painted;
import app.pitot.ui.controls.TableTwin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Every group with all its figures; Enter or a double click leads to its requests. */
final class GroupsTable extends TableView<GroupRow> {
    private static final double HEAD = 30;
    private static final double PAD = 16;
    private static final double SWATCH = 16;
    private static final double EDGE = 12;
    private static final double BAR = 10;
    private static final int MOST_ROWS = 12;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final BiConsumer<GroupRow, Boolean> open;
    private List<GroupRow> rows = List.of();
    private double[] widths = {};

    /** @param open told the group, and true if only its refused requests are meant; null if there is no way there */
    GroupsTable(BiConsumer<GroupRow, Boolean> open) {
        this.open = open;
        getStyleClass().addAll("figures-table", "groups-table");
        setAccessibleText(Texts.get("usage.groups"));
        setFixedCellSize(TableTwin.ROW);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        setPlaceholder(new Label());
        for (var column : GroupColumn.values()) {
            getColumns().add(column(column));
        }
        setSortPolicy(_ -> {
            order();
            return true;
        });
        widthProperty().subscribe(this::widen);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setContextMenu(menu());
    }

    void show(List<GroupRow> now) {
        rows = now;
        widths = Arrays.stream(GroupColumn.values()).mapToDouble(this::width).toArray();
        order();
        widen();
    }

    Figures figures() {
        return new Figures(Arrays.stream(GroupColumn.values()).map(GroupColumn::title).toList(), getItems().stream()
                .map(row -> Arrays.stream(GroupColumn.values()).map(each -> each.words(row)).toList()).toList());
    }

    /** The chosen group stays chosen. */
    private void order() {
        var chosen = getSelectionModel().getSelectedItem();
        var sorted = new ArrayList<>(rows);
        if (!getSortOrder().isEmpty()) {
            var first = getSortOrder().getFirst();
            sorted.sort(((GroupColumn) first.getUserData()).order(first.getSortType() == SortType.ASCENDING));
        }
        getItems().setAll(sorted);
        getSelectionModel().clearSelection();
        for (int i = 0; chosen != null && i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(chosen.name())) {
                getSelectionModel().select(i);
            }
        }
    }

    private TableColumn<GroupRow, GroupRow> column(GroupColumn column) {
        var made = new TableColumn<GroupRow, GroupRow>();
        var title = new Label(column.title());
        title.getStyleClass().add("usage-column");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Describe.tooltip(title, column.help());
        made.setGraphic(title);
        made.setUserData(column);
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new GroupCell(column, this::opened));
        made.setReorderable(false);
        made.setSortType(column == GroupColumn.NAME ? SortType.ASCENDING : SortType.DESCENDING);
        made.setMinWidth(40);
        made.getStyleClass().add(column == GroupColumn.NAME ? "words" : "figures");
        return made;
    }

    /** Digits are alike wide: of figures the longest is enough; of names the few longest. */
    private double width(GroupColumn column) {
        double width = Painted.width(column.title(), Painted.PLAIN, 10.5) + PAD;
        var longest = rows.stream().map(column::words).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(column == GroupColumn.NAME ? 3 : 1).toList();
        for (var words : longest) {
            width = Math.max(width,
                    Painted.width(words, Painted.PLAIN, 12) + PAD + (column == GroupColumn.NAME ? SWATCH : 0));
        }
        return width;
    }

    /** What is left of the width goes to the names. */
    private void widen() {
        if (widths.length == 0) {
            return;
        }
        double sum = Arrays.stream(widths).sum();
        double spare = Math.max(0, getWidth() - EDGE - sum);
        for (int i = 0; i < widths.length; i++) {
            getColumns().get(i).setPrefWidth(Math.floor(widths[i] + (i == 0 ? spare : 0)));
        }
        double height = HEAD + 2 + TableTwin.ROW * Math.clamp(rows.size(), 1, MOST_ROWS)
                + (getWidth() > 0 && sum > getWidth() - EDGE ? BAR : 0);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void opened(GroupRow row, GroupColumn column, MouseEvent event) {
        if (open != null && event.getClickCount() == 2) {
            open.accept(row, column == GroupColumn.REFUSED && row.totals().refused() > 0);
        }
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            TableTwin.put(figures().tabs());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && open != null && !getSelectionModel().isEmpty()) {
            open.accept(getSelectionModel().getSelectedItem(), event.isShiftDown());
            event.consume();
        }
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        if (open != null) {
            var all = new MenuItem(Texts.get("usage.groups.open"));
            all.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
            all.setOnAction(_ -> opened(false));
            var refused = new MenuItem(Texts.get("usage.groups.open.refused"));
            refused.setAccelerator(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN));
            refused.setOnAction(_ -> opened(true));
            menu.getItems().addAll(all, refused);
        }
        var copy = new MenuItem(Texts.get("usage.groups.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> TableTwin.put(figures().tabs()));
        menu.getItems().add(copy);
        return menu;
    }

    private void opened(boolean refused) {
        if (!getSelectionModel().isEmpty()) {
            open.accept(getSelectionModel().getSelectedItem(), refused);
        }
    }
}
