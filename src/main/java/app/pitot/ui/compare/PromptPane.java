package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Mode;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.editor.PromptBox;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is asked, and how often: open while it is being set up, one line while it runs. */
final class PromptPane extends StackPane {
    private static final double MIN_LINES = 1.4;
    private static final double MAX_LINES = 8;
    private static final double SYSTEM_LINES = 4;

    private static final KeyCombination NEW_LINE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);

    private final CompareModel model;
    private final Runnable addLane;
    private final PromptBox prompt = new PromptBox(MIN_LINES, MAX_LINES);
    private final PromptBox system = new PromptBox(1, SYSTEM_LINES);
    private final ToggleButton systemShown = new ToggleButton(Texts.get("compare.system"));

    /** @param addLane adds a lane and goes there */
    PromptPane(CompareModel model, Runnable addLane) {
        this.model = model;
        this.addLane = addLane;
        var open = open();
        var folded = folded();
        open.visibleProperty().bind(model.editing());
        folded.visibleProperty().bind(model.editing().not());
        for (Node each : new Node[]{open, folded}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        getChildren().addAll(open, folded);
    }

    void focusPrompt() {
        prompt.requestFocus();
        prompt.end();
    }

    private VBox open() {
        var setup = model.setup();
        prompt.promptTextProperty().set(Texts.get("compare.prompt.empty"));
        prompt.textProperty().bindBidirectional(setup.prompt());
        prompt.describe(Texts.get("compare.prompt"), Texts.get("compare.prompt.help"));
        system.promptTextProperty().set(Texts.get("compare.system.empty"));
        system.textProperty().bindBidirectional(setup.systemPrompt());
        system.describe(Texts.get("compare.system"), Texts.get("compare.system.help"));
        system.getStyleClass().add("framed");
        systemShown.getStyleClass().add("small");
        Describe.node(systemShown, Texts.get("compare.system"), Texts.get("compare.system.help"), null,
                Describe.Focus.TAB);
        system.visibleProperty().bind(systemShown.selectedProperty());
        system.managedProperty().bind(system.visibleProperty());
        setup.systemPrompt().subscribe(words -> {
            if (!words.isBlank()) {
                systemShown.setSelected(true);
            }
        });
        var box = new VBox(system, prompt, options(), words());
        box.getStyleClass().addAll("compare-prompt", "surface");
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.RUN.combination().match(event)) {
                event.consume();
                model.start();
            }
        });
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (NEW_LINE.match(event)) {
                event.consume(); // as in the chat
                prompt.insert("\n");
            }
        });
        return box;
    }

    private FlowPane options() {
        var setup = model.setup();
        var line = new FlowPane(12, 8);
        line.setAlignment(Pos.CENTER_LEFT);
        var add = new Button(Texts.get("compare.add"));
        add.getStyleClass().add("small");
        add.setOnAction(_ -> addLane.run());
        add.disableProperty().bind(Bindings.size(setup.lanes()).greaterThanOrEqualTo(
                app.pitot.compare.ComparisonSetup.MOST_LANES));
        Describe.node(add, Texts.get("compare.add"), Texts.get("compare.add.help"),
                Shortcut.ADD_LANE.combination(), Describe.Focus.TAB);
        line.getChildren().addAll(modes(), rounds(), check("compare.warmup", setup.warmUp()),
                check("compare.nonce", setup.nonce()), precise(), systemShown, add);
        return line;
    }

    private CheckBox precise() {
        var box = check("compare.precise", model.setup().untilPrecise());
        box.visibleProperty().bind(model.setup().mode().map(mode -> mode == Mode.ROUNDS));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private HBox modes() {
        var group = new ToggleGroup();
        var race = mode(Mode.RACE, group);
        var rounds = mode(Mode.ROUNDS, group);
        race.getStyleClass().add("segment-left");
        rounds.getStyleClass().add("segment-right");
        model.setup().mode().subscribe(now -> (now == Mode.RACE ? race : rounds).setSelected(true));
        group.selectedToggleProperty().addListener((_, was, now) -> {
            if (now == null) {
                was.setSelected(true); // one of them is always chosen
            }
        });
        return new HBox(race, rounds);
    }

    private ToggleButton mode(Mode of, ToggleGroup group) {
        var key = "compare.mode." + of.name().toLowerCase(java.util.Locale.ROOT);
        var button = new ToggleButton(Texts.get(key));
        button.getStyleClass().add("small");
        button.setToggleGroup(group);
        button.setOnAction(_ -> model.setup().mode().set(of));
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"), null, Describe.Focus.TAB);
        return button;
    }

    private HBox rounds() {
        var field = new TextField();
        field.getStyleClass().add("compare-rounds");
        field.setPrefColumnCount(3);
        Describe.node(field, Texts.get("compare.rounds"), Texts.get("compare.rounds.help"));
        var label = new Label(Texts.get("compare.rounds.after"));
        label.getStyleClass().add("text-muted");
        var box = new HBox(6, field, label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(model.setup().mode().map(mode -> mode == Mode.ROUNDS));
        box.managedProperty().bind(box.visibleProperty());
        new RoundsField(field, model.setup().rounds());
        return box;
    }

    private static CheckBox check(String key, javafx.beans.property.BooleanProperty on) {
        var box = new CheckBox(Texts.get(key));
        box.selectedProperty().bindBidirectional(on);
        Describe.node(box, Texts.get(key), Texts.get(key + ".help"));
        return box;
    }

    /** What keeps it from starting, or what it would need. */
    private Label words() {
        var words = new Label();
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("compare-need");
        model.estimate().subscribe(face -> {
            words.getStyleClass().removeAll("text-warn", "text-muted", "text-bad");
            boolean trouble = !face.trouble().isEmpty();
            words.setText(trouble || face.how().isEmpty() // not worked out yet
                    ? face.trouble()
                    : face.caution().isEmpty()
                            ? Texts.get("compare.need", face.how(), face.need())
                            : Texts.get("compare.need.caution", face.how(), face.need(), face.caution()));
            words.getStyleClass().add(trouble || !face.caution().isEmpty() ? "text-warn" : "text-muted");
        });
        return words;
    }

    private HBox folded() {
        var name = new Label(Texts.get("compare.prompt"));
        name.getStyleClass().addAll("text-secondary", "text-muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label();
        text.getStyleClass().add("text-lane");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.textProperty().bind(model.setup().prompt().map(words -> words.strip().replaceAll("\\s+", " ")));
        HBox.setHgrow(text, Priority.ALWAYS);
        var change = new Button(Texts.get("compare.change"));
        change.getStyleClass().add("small");
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> {
            model.edit(true);
            focusPrompt();
        });
        change.disableProperty().bind(model.run().state()
                .map(state -> state == RunModel.State.RUNNING || state == RunModel.State.PAUSED));
        Describe.node(change, Texts.get("compare.change"), Texts.get("compare.change.help"), null,
                Describe.Focus.TAB);
        var line = new HBox(10, name, text, change);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("surface", "compare-folded");
        return line;
    }
}
