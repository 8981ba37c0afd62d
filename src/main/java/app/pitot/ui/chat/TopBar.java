package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.picker.ModelChoice;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.picker.PickerPopup;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Which model answers, under which plan, and the parameters' switch. */
final class TopBar extends HBox {
    private final Button model = new Button();
    private final Label provider = new Label();
    private final Label id = new Label();
    private final Label plan = new Label();
    private final Label simulated = new Label(Texts.get("topbar.simulator"));
    private final PickerPopup popup;

    TopBar(PickerModel picker, BooleanProperty parametersOpen, BooleanProperty instrumentsOpen) {
        this.popup = new PickerPopup(picker);
        getStyleClass().add("topbar");
        var arrow = new Label("▾");
        arrow.getStyleClass().add("text-muted");
        var dot = new Region();
        dot.getStyleClass().addAll("dot", "good");
        id.getStyleClass().add("text-strong");
        var inside = new HBox(8, dot, provider, id, arrow);
        inside.setAlignment(Pos.CENTER_LEFT);
        model.setGraphic(inside);
        model.getStyleClass().add("model-button");
        model.setMinWidth(120);
        model.setOnAction(_ -> openPicker());
        plan.getStyleClass().add("chip");
        simulated.getStyleClass().addAll("chip", "text-warn");
        Describe.node(simulated, simulated.getText(), Texts.get("welcome.simulator"));
        for (var label : java.util.List.of(plan, simulated)) {
            label.managedProperty().bind(label.visibleProperty());
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(model, simulated, plan, space,
                toggle("topbar.parameters", Shortcut.PARAMETERS, parametersOpen),
                toggle("topbar.instruments", Shortcut.INSTRUMENTS, instrumentsOpen));
        picker.selected().subscribe(this::show);
    }

    void openPicker() {
        popup.toggle(model);
    }

    private static ToggleButton toggle(String key, Shortcut shortcut, BooleanProperty on) {
        var button = new ToggleButton(Texts.get(key));
        button.selectedProperty().bindBidirectional(on);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"), shortcut.combination(), Describe.Focus.TAB);
        return button;
    }

    private void show(ModelChoice choice) {
        boolean known = choice != null;
        provider.setText(known ? choice.account().provider().name() : "");
        id.setText(known ? choice.model().id() : Texts.get("topbar.choose"));
        var limits = known ? choice.account().plan() : null;
        plan.setVisible(known);
        plan.setText(limits == null ? Texts.get("topbar.noplan") : limits.name());
        Describe.node(plan, plan.getText(), limits == null
                ? Texts.get("topbar.noplan.help")
                : Texts.get("topbar.plan.help", limits.asOf(), limits.source()));
        simulated.setVisible(known && choice.account().provider().simulated());
        Describe.node(model, Texts.get("topbar.model", provider.getText(), id.getText()),
                Texts.get("topbar.model.help"), Shortcut.MODEL_PICKER.combination(), Describe.Focus.TAB);
    }
}
