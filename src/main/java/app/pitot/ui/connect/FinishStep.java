package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** It works: which plan, which model, and off to the chat. */
final class FinishStep extends StepPage {
    private static final double LIST = 360;

    private final Button start = new Button(Texts.get("connect.start"));

    FinishStep(FinishModel model) {
        super(model.title(), model.summary());
        if (!model.plans().isEmpty()) {
            getChildren().add(model.custom() ? anyPlan(model) : plans(model));
        }
        getChildren().add(models(model));
        start.getStyleClass().add("primary");
        start.setOnAction(_ -> model.start());
        start.disableProperty().bind(model.waiting().busy());
        var row = new HBox(12, start, new WaitingLine(model.waiting(), () -> model.waiting().cancel()));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new SaidLine(model.said()), row);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isConsumed()) {
                event.consume();
                model.start();
            }
        });
    }

    @Override
    Node first() {
        return start;
    }

    /** One line for the plans of all providers: most custom endpoints have none of them. */
    private static VBox anyPlan(FinishModel model) {
        var list = new ComboBox<Plan>();
        list.getItems().setAll(model.plans());
        list.valueProperty().bindBidirectional(model.plan());
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(Plan each) {
                return each == null ? "" : model.name(each);
            }

            @Override
            public Plan fromString(String name) {
                return list.getItems().stream().filter(each -> model.name(each).equals(name)).findFirst().orElse(null);
            }
        });
        list.setPrefWidth(LIST);
        var limits = FormField.help("");
        limits.textProperty().bind(model.plan().map(each -> each.limits().isEmpty() ? "" : PlanWords.limits(each)));
        limits.managedProperty().bind(limits.textProperty().isNotEmpty());
        return new VBox(4, new FormField(Texts.get("connect.plan"), list, Texts.get("connect.plan.any")), limits);
    }

    private static VBox plans(FinishModel model) {
        var title = new Label(Texts.get("connect.plan"));
        title.getStyleClass().add("text-medium");
        var box = new VBox(4, title, FormField.help(Texts.get("connect.plan.about")));
        var group = new ToggleGroup();
        for (var plan : model.plans()) {
            box.getChildren().add(plan(plan, group, model));
        }
        return box;
    }

    private static VBox plan(Plan plan, ToggleGroup group, FinishModel model) {
        var button = new RadioButton(plan.name());
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        button.setSelected(plan.equals(model.plan().get()));
        button.setOnAction(_ -> model.plan().set(plan));
        var words = PlanWords.limits(plan);
        button.setAccessibleHelp(words);
        var facts = FormField.help(words);
        var dated = FormField.help(Texts.get("connect.asof", plan.asOf(), plan.source()));
        var below = new VBox(1, facts, dated);
        below.getStyleClass().add("under-radio");
        var box = new VBox(2, button, below);
        box.getStyleClass().add("plan-choice");
        return box;
    }

    private static Node models(FinishModel model) {
        if (model.models().isEmpty()) {
            return FormField.help(Texts.get("connect.model.none"));
        }
        var list = new ComboBox<ModelInfo>();
        list.getItems().setAll(model.models());
        list.valueProperty().bindBidirectional(model.model());
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(ModelInfo each) {
                return each == null ? "" : each.id();
            }

            @Override
            public ModelInfo fromString(String id) {
                return list.getItems().stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
            }
        });
        list.setPrefWidth(LIST);
        Describe.node(list, Texts.get("connect.model"), null);
        return new FormField(Texts.get("connect.model"), list,
                model.aboutModels());
    }
}
