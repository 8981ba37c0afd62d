package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.compare.RunModel.State;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is compared, what it would need, and the buttons that begin and end it. */
final class CompareBar extends HBox {
    private static final double ROOM_FOR_HOW = 900;
    private static final double ROOM_FOR_NEED = 1_120;
    private static final double ROOM_FOR_INSTRUMENTS = 820;

    private final CompareModel model;
    private final Button pause = new Button();
    private final Button run = new Button();
    private final HBox tools = new HBox(8);
    private final ToggleButton instruments = new ToggleButton(Texts.get("topbar.instruments"));

    CompareBar(CompareModel model, BooleanProperty instrumentsOpen) {
        this.model = model;
        getStyleClass().add("topbar");
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        var title = new Label(Texts.get("compare.title"));
        title.getStyleClass().addAll("text-strong", "compare-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.setOnAction(_ -> {
            if (model.run().state().get() == State.PAUSED) {
                model.run().resume();
            } else {
                model.run().pause();
            }
        });
        run.getStyleClass().add("primary");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(_ -> {
            if (model.run().active()) {
                model.run().cancel();
            } else {
                model.start();
            }
        });
        instruments(instrumentsOpen);
        getChildren().addAll(title, new SetPicker(model),
                chip(model.estimate().map(EstimateFace::how), ROOM_FOR_HOW),
                chip(model.estimate().map(face -> face.need().isEmpty()
                        ? ""
                        : Texts.get("compare.need.chip", face.need())), ROOM_FOR_NEED),
                space, instruments, tools, pause, run);
        model.run().state().subscribe(_ -> show());
        model.estimate().subscribe(_ -> show());
    }

    /** The instruments name who is asked. @param off true while nobody is to know */
    void instrumentsOff(ObservableBooleanValue off) {
        instruments.disableProperty().bind(off);
    }

    /** Puts a button in front of those that begin and end a run. */
    void add(Node tool) {
        tools.getChildren().add(tool);
    }

    private void show() {
        var state = model.run().state().get();
        boolean active = state == State.RUNNING || state == State.PAUSED;
        // A race is sent all at once: there is nothing to hold back.
        boolean holds = active && model.run().inRounds();
        pause.setVisible(holds);
        pause.setManaged(holds);
        name(pause, state == State.PAUSED ? "compare.resume" : "compare.pause", null);
        name(run, active ? "compare.stop" : state == State.ENDED ? "compare.again" : "compare.run",
                active ? null : Shortcut.RUN);
        run.setDisable(!active && !model.estimate().get().ready());
    }

    private static void name(Button button, String key, Shortcut shortcut) {
        button.setText(Texts.get(key));
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"),
                shortcut == null ? null : shortcut.combination(), Describe.Focus.TAB);
    }

    private Label chip(ObservableValue<String> words, double room) {
        var chip = new Label();
        chip.getStyleClass().add("chip");
        chip.setMinWidth(0);
        chip.textProperty().bind(words);
        chip.visibleProperty().bind(chip.textProperty().isNotEmpty().and(widthProperty().greaterThan(room)));
        chip.managedProperty().bind(chip.visibleProperty());
        words.subscribe(text -> Describe.tooltip(chip, text.isEmpty() ? null : text));
        return chip;
    }

    private void instruments(BooleanProperty on) {
        var button = instruments;
        button.selectedProperty().bindBidirectional(on);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_INSTRUMENTS));
        button.managedProperty().bind(button.visibleProperty());
        Describe.node(button, Texts.get("topbar.instruments"), Texts.get("topbar.instruments.help"),
                Shortcut.INSTRUMENTS.combination(), Describe.Focus.TAB);
    }
}
