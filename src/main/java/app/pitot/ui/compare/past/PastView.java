package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Runs that are kept, and beside them how the set of the selected one changed over time. */
public final class PastView extends VBox {
    /** Below this width the list stands above the charts. */
    private static final double ROOM_FOR_TWO = 860;
    private static final double TIMELINE = 360;
    private static final double ROW = 66;

    private final PastModel model;
    private final ListView<PastRun> list;
    private final Label empty = new Label();
    private final StackPane runs;
    private final TimelineView timeline;

    /** @param close puts this view away; null if something else does */
    public PastView(PastModel model, Runnable close) {
        this.model = model;
        this.list = new ListView<>(model.runs());
        this.timeline = new TimelineView(model.timeline());
        getStyleClass().add("past");
        getStylesheets().add(PastView.class.getResource("/app/pitot/ui/compare/past/past.css").toExternalForm());
        var title = new Label(Texts.get("past.title"));
        title.getStyleClass().add("text-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var only = new CheckBox(Texts.get("past.only"));
        only.selectedProperty().bindBidirectional(model.only());
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.visibleProperty().bind(model.openSet().isNotNull());
        only.managedProperty().bind(only.visibleProperty());
        Describe.node(only, only.getText(), Texts.get("past.only.help"));
        var head = new HBox(14, title, only, space);
        head.setAlignment(Pos.CENTER_LEFT);
        if (close != null) {
            var back = new Button(Texts.get("past.close"));
            back.setOnAction(_ -> close.run());
            Describe.node(back, back.getText(), Texts.get("past.close.help"));
            head.getChildren().add(back);
            EventHandler<KeyEvent> leave = event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    event.consume();
                    close.run();
                }
            };
            addEventHandler(KeyEvent.KEY_PRESSED, leave);
            list.addEventFilter(KeyEvent.KEY_PRESSED, leave); // it would keep the key to itself
        }
        var note = new Label();
        note.textProperty().bind(model.note());
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("text-warn");
        note.visibleProperty().bind(model.note().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        list.setCellFactory(_ -> new PastCell(model));
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Texts.get("past.title"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && selected() != null) {
                model.open(selected());
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, was, run) -> {
            if (run != null && (was == null || !run.id().equals(was.id()))) {
                model.timeline().show(run.setId());
            }
        });
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMaxWidth(420);
        empty.setMouseTransparent(true);
        runs = new StackPane(list, empty);
        runs.getStyleClass().add("surface");
        runs.setMinSize(0, 0);
        var middle = new StackPane();
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head, note, middle, new PastUndo(model));
        widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_TWO)
                .subscribe(wide -> middle.getChildren().setAll(arranged(wide)));
        InvalidationListener state = _ -> showState();
        model.runs().addListener(state);
        model.loaded().addListener(state);
        EnterFires.below(this);
        showState();
    }

    /** Gives the list the focus. */
    public void enter() {
        list.requestFocus();
    }

    private Pane arranged(boolean wide) {
        if (wide) {
            timeline.setMinWidth(TIMELINE);
            timeline.setMaxWidth(TIMELINE);
            HBox.setHgrow(runs, Priority.ALWAYS);
            return new HBox(12, runs, timeline);
        }
        timeline.setMinWidth(0);
        timeline.setMaxWidth(Double.MAX_VALUE);
        timeline.setMinHeight(0);
        // Alike high, however much there is in either.
        runs.setPrefHeight(1);
        timeline.setPrefHeight(1);
        VBox.setVgrow(runs, Priority.ALWAYS);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        return new VBox(8, runs, timeline);
    }

    private void showState() {
        empty.setText(model.loaded().get() && model.runs().isEmpty() ? Texts.get("past.empty") : "");
        if (list.getSelectionModel().isEmpty() && !model.runs().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private PastRun selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undoLast();
            event.consume();
            return;
        }
        if (selected() == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    model.again(selected());
                } else {
                    model.open(selected());
                }
            }
            case DELETE, BACK_SPACE -> model.delete(selected());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
