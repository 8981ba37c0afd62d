package app.pitot.ui.controls;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Figures to be read with the keyboard and taken along: copies what is selected, or all of it. */
public final class TableTwin extends TableView<List<String>> {
    public static final double ROW = 26;
    private static final double HEAD = 30;
    private static final double PAD = 18;
    /** For the bar beside it. */
    private static final double EDGE = 12;
    private static final double BAR = 10;
    private static final int MOST_ROWS = 14;
    private static final int LONGEST = 8;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private Figures table;
    private double[] widths = {};

    public TableTwin(String name) {
        getStyleClass().add("figures-table");
        setAccessibleText(name);
        setFixedCellSize(ROW);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        widthProperty().addListener((_, _, _) -> widen());
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                event.consume();
                copy();
            }
        });
    }

    public void show(Figures figures) {
        if (figures.equals(table)) {
            return;
        }
        if (table == null || !figures.columns().equals(table.columns())) {
            getColumns().clear();
            for (var i = 0; i < figures.columns().size(); i++) {
                getColumns().add(column(figures.columns().get(i), i));
            }
        }
        table = figures;
        widths = widths(figures);
        widen();
        var chosen = getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).toArray();
        getItems().setAll(figures.rows());
        getSelectionModel().clearSelection();
        // New rounds come in below: who reads a row goes on reading it.
        for (var index : chosen) {
            getSelectionModel().select(index);
        }
        resizeTo(figures);
    }

    private void resizeTo(Figures figures) {
        // A bar below it takes room too where the columns are wider than there is room for.
        var bar = getWidth() > 0 && Arrays.stream(widths).sum() > getWidth() - EDGE ? BAR : 0;
        var height = HEAD + bar + ROW * Math.min(MOST_ROWS, Math.max(1, figures.rows().size())) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** Each column as wide as its longest cell, so that nothing is cut. */
    private static double[] widths(Figures figures) {
        var widths = new double[figures.columns().size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = Painted.width(figures.columns().get(i), Painted.PLAIN, 10.5) + PAD;
            int at = i;
            // The widest is among the few longest.
            var longest = figures.rows().stream().map(row -> row.get(at)).distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed()).limit(LONGEST).toList();
            for (var words : longest) {
                widths[i] = Math.max(widths[i], Painted.width(words, Painted.PLAIN, 12) + PAD);
            }
        }
        return widths;
    }

    /** What is left of the width goes to all columns alike. */
    private void widen() {
        if (table != null) {
            var spare = Math.max(0, getWidth() - EDGE - Arrays.stream(widths).sum()) / Math.max(1, widths.length);
            for (var i = 0; i < widths.length; i++) {
                getColumns().get(i).setPrefWidth(Math.floor(widths[i] + spare));
            }
            resizeTo(table);
        }
    }

    /** Puts the selected rows on the clipboard, or all if fewer than two are selected. */
    public void copy() {
        var some = List.copyOf(getSelectionModel().getSelectedItems());
        put(some.size() < 2 ? table.tabs() : table.tabs(some));
    }

    public static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static TableColumn<List<String>, String> column(String heading, int index) {
        var column = new TableColumn<List<String>, String>(heading);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(40);
        return column;
    }
}
