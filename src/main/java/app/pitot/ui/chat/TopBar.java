package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.controls.Icons;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.picker.PickerPopup;
import app.pitot.ui.common.Health;
import app.pitot.ui.common.HealthDot;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Which model answers, under which plan, the switches of what stands beside, and the way to a comparison. */
final class TopBar extends HBox {
    private static final double ROOM_FOR_PLAN = 680;
    /** A narrower bar has icons in the place of words. */
    private static final double ROOM_FOR_WORDS = 520;

    private final Button model = new Button();
    private final Label provider = new Label();
    private final Label id = new Label();
    private final Label plan = new Label();
    private final Region space = new Region();
    private final PickerModel picker;
    private final PickerPopup popup;
    private Runnable compared = () -> {};

    TopBar(PickerModel picker, PickerActions actions, ObservableValue<Health> health, Runnable afterPicking,
            BooleanProperty parametersOpen,
            BooleanProperty instrumentsOpen, Runnable newChat, ObservableValue<Boolean> listShown) {
        this.picker = picker;
        this.popup = new PickerPopup(picker, actions, afterPicking);
        getStyleClass().add("topbar");
        var arrow = new Label("▾");
        arrow.getStyleClass().add("text-muted");
        var dot = new HealthDot(health);
        id.getStyleClass().add("text-strong");
        var inside = new HBox(8, dot, provider, id, arrow);
        inside.setAlignment(Pos.CENTER_LEFT);
        model.setGraphic(inside);
        model.getStyleClass().add("model-button");
        // A long id gives way to the buttons at the right.
        model.setMinWidth(120);
        id.setMinWidth(0);
        provider.setMinWidth(0);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        model.setOnAction(_ -> openPicker());
        plan.getStyleClass().add("chip");
        plan.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_PLAN));
        plan.managedProperty().bind(plan.visibleProperty());
        HBox.setHgrow(space, Priority.ALWAYS);
        var fresh = new Button(null, Icons.NEW.node());
        fresh.getStyleClass().add("icon");
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnAction(_ -> newChat.run());
        Describe.node(fresh, Texts.get("topbar.new"), Texts.get("topbar.new.help"), Shortcut.NEW_CHAT.combination(),
                Describe.Focus.TAB);
        // The list of conversations has the same button.
        listShown.subscribe(shown -> {
            fresh.setVisible(!shown);
            fresh.setManaged(!shown);
        });
        getChildren().addAll(model, plan, space, fresh,
                toggle("topbar.parameters", Icons.PARAMETERS, Shortcut.PARAMETERS, parametersOpen),
                toggle("topbar.instruments", Icons.INSTRUMENTS, Shortcut.INSTRUMENTS, instrumentsOpen), compare());
        provider.managedProperty().bind(provider.visibleProperty());
        widthProperty().subscribe(this::arrange);
        picker.selected().subscribe(choice -> show(choice, picker.today()));
    }

    void openPicker() {
        picker.askOnce(null);
        popup.toggle(model);
    }

    /** The same, with the list narrowed to what {@code words} find. */
    void openPicker(String words) {
        picker.filter().set(words);
        openPicker();
    }

    /** The same for one question: what is selected stays. */
    void openPicker(Consumer<ModelChoice> taker) {
        picker.askOnce(taker);
        popup.toggle(model);
    }

    /** Whose model it is stands in the status strip, too: it gives way to the model's whole name. */
    private void arrange() {
        provider.setVisible(true);
        double others = snappedLeftInset() + snappedRightInset();
        for (var each : getManagedChildren()) {
            others += each == model || each == space ? 0 : each.prefWidth(-1);
            others += getSpacing();
        }
        provider.setVisible(model.prefWidth(-1) + others <= getWidth());
    }

    /** @param pressed told when the question and the model are to be compared */
    void onCompare(Runnable pressed) {
        compared = pressed;
    }

    private Button compare() {
        var button = new Button(Texts.get("topbar.compare"), Icons.COMPARE.node());
        wordsFrom(ROOM_FOR_PLAN, button);
        button.setOnAction(_ -> compared.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(button, Texts.get("topbar.compare"), Texts.get("topbar.compare.help"), null, Describe.Focus.TAB);
        return button;
    }

    /** A narrower bar has an icon in the place of the words. */
    private void wordsFrom(double room, ButtonBase button) {
        widthProperty().map(width -> width.doubleValue() > room).subscribe(roomy -> {
            button.setContentDisplay(roomy ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
            button.getStyleClass().removeAll("icon");
            button.getStyleClass().addAll(roomy ? List.of() : List.of("icon"));
        });
    }

    private ToggleButton toggle(String key, Icons icon, Shortcut shortcut, BooleanProperty on) {
        var button = new ToggleButton(Texts.get(key), icon.node());
        wordsFrom(ROOM_FOR_WORDS, button);
        button.selectedProperty().bindBidirectional(on);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"), shortcut.combination(), Describe.Focus.TAB);
        return button;
    }

    private void show(ModelChoice choice, LocalDate today) {
        boolean known = choice != null;
        provider.setText(known ? choice.account().name() : "");
        id.setText(known ? choice.model().id() : Texts.get("topbar.choose"));
        var limits = known ? choice.account().plan() : null;
        plan.setText(limits == null ? Texts.get("topbar.noplan") : limits.name());
        Describe.node(plan, plan.getText(), limits == null
                ? Texts.get("topbar.noplan.help")
                : Texts.get(limits.outdated(today) ? "topbar.plan.outdated" : "topbar.plan.help", limits.asOf(),
                        limits.source()));
        plan.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(model, Texts.get("topbar.model", provider.getText(), id.getText()),
                Texts.get("topbar.model.help"), Shortcut.MODEL_PICKER.combination(), Describe.Focus.TAB);
        arrange();
    }
}
