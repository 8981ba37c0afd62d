package app.pitot.ui.advice;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.connect.FormField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Fields for what is planned, and a card for each plan. */
public final class PlannerView extends StackPane {
    private static final double FIELD = 72;
    private static final double CARD = 264;
    private static final double WIDEST_CARD = 420;

    private final PlannerModel model;
    private final Columns cards = new Columns(CARD, WIDEST_CARD);
    private final Label empty = Look.words(Texts.get("planner.empty"), "text-muted");
    private final MenuButton plans = new MenuButton(Texts.get("planner.plans"));

    public PlannerView(PlannerModel model) {
        this.model = model;
        getStylesheets().add(Look.STYLES);
        getStyleClass().add("advice-view");
        var note = Look.words("", "text-secondary", "text-muted");
        note.textProperty().bind(model.note());
        shownWhile(note, model.note().isNotEmpty());
        var stale = Look.words(Texts.get("planner.stale"), "text-secondary", "text-warn");
        shownWhile(stale, model.stale());
        cards.opacityProperty().bind(Bindings.when(model.stale()).then(0.45).otherwise(1));
        var content = new VBox(12, who(), fields(), note, stale, empty, cards);
        content.getStyleClass().add("advice-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The fields and the cards are what the Tab key is for.
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.columns().addListener((ListChangeListener<PlanColumn>) _ -> showCards());
        model.plans().addListener((ListChangeListener<Object>) _ -> showPlans());
        model.refresh();
        showPlans();
        showCards();
    }

    private FlowPane who() {
        var row = new FlowPane(8, 8);
        row.setAlignment(Pos.CENTER_LEFT);
        var account = Pick.account(model.accounts(), model.account());
        var several = new FormField(Texts.get("advice.account"), account, "");
        row.getChildren().add(several);
        var id = new ComboBox<>(model.models());
        id.setEditable(true);
        id.valueProperty().bindBidirectional(model.model());
        id.getEditor().textProperty().addListener((_, _, now) -> model.model().set(now));
        id.setPrefWidth(220);
        row.getChildren().add(new FormField(Texts.get("planner.model"), id, ""));
        plans.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(new FormField(Texts.get("planner.plans.title"), plans, ""));
        row.getChildren().add(new FormField(Texts.get("planner.presets"), presets(), ""));
        return row;
    }

    private void showPlans() {
        plans.getItems().setAll(model.plans().stream().map(plan -> {
            var box = new CheckBox(model.name(plan));
            box.setSelected(model.chosen(plan));
            box.selectedProperty().addListener((_, _, on) -> model.choose(plan, on));
            return new CustomMenuItem(box, false);
        }).toList());
    }

    private FlowPane presets() {
        var row = new FlowPane(6, 6);
        row.setPrefWrapLength(560);
        row.setAlignment(Pos.CENTER_LEFT);
        for (var preset : Preset.values()) {
            row.getChildren().add(small(preset.words(), Texts.get("planner.preset.help", preset.input(),
                    preset.output()), () -> model.use(preset)));
        }
        row.getChildren().add(small(Texts.get("planner.used.button"), Texts.get("planner.used.help"), model::asUsed));
        return row;
    }

    private static Button small(String words, String help, Runnable work) {
        var button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        Describe.node(button, words, help);
        return button;
    }

    private FlowPane fields() {
        var rate = Pick.of(List.of(Rate.values()), Rate::words, model.rate());
        var wanted = field("planner.wanted", model.wanted());
        shownWhile(wanted, model.rate().isNotEqualTo(Rate.FAST));
        var row = new FlowPane(8, 8, field("planner.input", model.input()), field("planner.output", model.output()),
                field("planner.cap", model.cap()), field("planner.cached", model.cached()),
                new FormField(Texts.get("planner.rate"), rate, ""), wanted, field("planner.hours", model.hours()),
                field("planner.count", model.count()));
        row.setAlignment(Pos.TOP_LEFT);
        row.setPrefWrapLength(600);
        return row;
    }

    private static FormField field(String key, NumberField number) {
        var text = new TextField();
        text.textProperty().bindBidirectional(number.text());
        text.setPrefWidth(FIELD);
        text.setPromptText(Texts.has(key + ".prompt") ? Texts.get(key + ".prompt") : null);
        var field = new FormField(Texts.get(key), text, "", number.problem());
        // What is wrong with it wraps below it, and moves nothing to the side.
        field.setPrefWidth(FIELD);
        Describe.tooltip(text, Texts.get(key + ".help"));
        return field;
    }

    private void showCards() {
        cards.getChildren().setAll(model.columns().stream().map(PlanCard::new).toList());
        empty.setVisible(model.columns().isEmpty());
        empty.setManaged(empty.isVisible());
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
