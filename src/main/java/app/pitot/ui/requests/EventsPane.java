package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.inspect.WireEvents.Event;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Clip;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Each event of a response: when it came, how long after the one before, how long it is and what it says. */
final class EventsPane extends KeptPane {
    private static final double ROW = 22;
    private static final double BAR = 12;
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final EventsModel model;
    private final TableView<Integer> table;
    private final TableColumn<Integer, Integer> excerpt;

    EventsPane(DetailsModel details, EventsModel model, Runnable toSettings) {
        this.model = model;
        this.table = new TableView<>(model.numbers());
        table.getStyleClass().addAll("requests-table", "events-table");
        table.setAccessibleText(Texts.get("requests.tab.events"));
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().add(column("number", 46, true, event -> Format.count(event.number() + 1)));
        table.getColumns().add(column("offset", 74, true, event -> EventsModel.offset(event.micros())));
        table.getColumns().add(column("gap", 66, true, event -> EventsModel.offset(event.gapMicros())));
        table.getColumns().add(column("size", 56, true, event -> Format.count(event.size())));
        table.getColumns().add(column("kind", 78, false, EventsModel::kind));
        excerpt = column("excerpt", 160, false, Event::excerpt);
        table.getColumns().add(excerpt);
        table.setRowFactory(_ -> new Row());
        table.widthProperty().subscribe(width -> excerpt.setPrefWidth(Math.max(80, width.doubleValue() - BAR - 320)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                event.consume();
                Clip.markdown(table.getSelectionModel().getSelectedItems().stream().map(model::event)
                        .map(EventsPane::line).collect(Collectors.joining("\n")));
            }
        });
        var count = new Label();
        count.textProperty().bind(model.count());
        count.getStyleClass().addAll("text-secondary", "text-muted");
        var gaps = new Label();
        gaps.textProperty().bind(model.gaps());
        gaps.getStyleClass().addAll("text-secondary", "text-warn");
        gaps.setMinWidth(0);
        var next = new Button(Texts.get("requests.events.next"));
        next.getStyleClass().add("small");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(_ -> goToNextGap());
        next.visibleProperty().bind(model.gaps().isNotEmpty());
        Describe.node(next, next.getText(), Texts.get("requests.events.next.help"));
        var top = new HBox(10, count, gaps, next);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        var all = new VBox(4, top, table);
        all.getStyleClass().add("request-page");
        follow(details, all, toSettings);
    }

    @Override
    void show(Wire wire) {
        model.show(wire);
    }

    private void goToNextGap() {
        int at = model.nextLate(table.getSelectionModel().getSelectedIndex());
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
            table.scrollTo(Math.max(0, at - 3));
            table.requestFocus();
        }
    }

    private static String line(Event event) {
        return String.join("\t", Format.count(event.number() + 1), EventsModel.offset(event.micros()),
                EventsModel.offset(event.gapMicros()), Format.count(event.size()), EventsModel.kind(event),
                event.excerpt());
    }

    private TableColumn<Integer, Integer> column(String key, double width, boolean figure,
            Function<Event, String> words) {
        var column = new TableColumn<Integer, Integer>(Texts.get("requests.events." + key));
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            {
                setAlignment(figure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
                getStyleClass().add("event-" + key);
            }

            @Override
            protected void updateItem(Integer number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : words.apply(model.event(number)));
            }
        });
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(30);
        column.getStyleClass().add(figure ? "figures" : "words");
        return column;
    }

    /** One event's; a late one is marked. */
    private final class Row extends TableRow<Integer> {
        @Override
        protected void updateItem(Integer number, boolean empty) {
            super.updateItem(number, empty);
            boolean some = !empty && number != null;
            var event = some ? model.event(number) : null;
            boolean late = some && model.late(event);
            pseudoClassStateChanged(LATE, late);
            setAccessibleText(!some
                    ? null
                    : Texts.get(late ? "requests.event.spoken.late" : "requests.event.spoken",
                            EventsModel.kind(event), EventsModel.offset(event.micros()),
                            EventsModel.offset(event.gapMicros()), Format.count(event.size()), event.excerpt()));
        }
    }
}
