package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.transcript.Clip;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Facts to be read line by line with the keyboard and taken along: copies what is selected, or all of it. */
final class FactsTable extends TableView<Fact> {
    static final double ROW = 24;
    private static final double BAR = 12;
    private static final double NAME = 150;
    private static final double SOURCE = 170;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableColumn<Fact, String> name = column(Fact::name, "fact-name");
    private final TableColumn<Fact, String> value = column(Fact::value, "fact-value");
    private final TableColumn<Fact, String> source = column(Fact::source, "fact-source");
    private final boolean sources;

    /**
     * @param called for a screen reader
     * @param sources true with a column of where each comes from
     */
    FactsTable(String called, boolean sources) {
        this.sources = sources;
        getStyleClass().add("facts");
        setAccessibleText(called);
        setFixedCellSize(ROW);
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(name);
        getColumns().add(value);
        if (sources) {
            getColumns().add(source);
        }
        setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Fact fact, boolean empty) {
                super.updateItem(fact, empty);
                setAccessibleText(empty || fact == null ? null : spoken(fact));
            }
        });
        widthProperty().subscribe(this::fit);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                event.consume();
                copy();
            }
        });
    }

    /** As high as its lines. */
    void grow() {
        getItems().subscribe(this::resizeToLines);
        resizeToLines();
    }

    private void resizeToLines() {
        double height = ROW * getItems().size() + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    void show(List<Fact> facts) {
        if (!getItems().equals(facts)) {
            getItems().setAll(facts);
        }
    }

    private void copy() {
        var some = List.copyOf(getSelectionModel().getSelectedItems());
        Clip.markdown((some.size() < 2 ? getItems() : some).stream()
                .map(fact -> fact.name() + "\t" + fact.value() + (sources ? "\t" + fact.source() : ""))
                .collect(Collectors.joining("\n")));
    }

    private void fit() {
        double room = Math.max(0, getWidth() - BAR);
        double first = Math.min(NAME, room * 0.36);
        double last = sources ? Math.min(SOURCE, room * 0.32) : 0;
        name.setPrefWidth(first);
        source.setPrefWidth(last);
        value.setPrefWidth(room - first - last);
    }

    private static String spoken(Fact fact) {
        return fact.source().isEmpty()
                ? Texts.get("requests.spoken", fact.name(), fact.value())
                : Texts.get("requests.spoken.source", fact.name(), fact.value(), fact.source());
    }

    /** One of words that stand as they are. */
    static <T> TableColumn<T, String> column(Function<T, String> of, String styleClass) {
        var column = new TableColumn<T, String>();
        column.setCellValueFactory(data -> new ReadOnlyStringWrapper(of.apply(data.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        return column;
    }
}
