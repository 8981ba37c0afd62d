package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the picker's list: how old the marked row's list is, and the ways that lead elsewhere. */
final class PickerFoot extends HBox {
    /** @param hide closes the picker */
    PickerFoot(PickerModel model, ObservableValue<PickerRow> marked, PickerActions actions, Runnable hide) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        var age = new Label();
        age.getStyleClass().addAll("text-secondary", "text-muted");
        age.setMinWidth(0);
        marked.subscribe(row -> {
            age.setText(model.age(row));
            Describe.tooltip(age, age.getText().isEmpty() ? null : age.getText());
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var refresh = button("picker.refresh", model::refresh);
        refresh.disableProperty().bind(model.busy());
        getChildren().addAll(age, space, refresh);
        if (actions.connect() != null) {
            getChildren().add(button("picker.connect", leaving(hide, actions.connect())));
        }
        if (actions.allModels() != null) {
            getChildren().add(button("picker.all", leaving(hide, actions.allModels())));
        }
    }

    private static Runnable leaving(Runnable hide, Runnable elsewhere) {
        return () -> {
            hide.run();
            elsewhere.run();
        };
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"));
        return button;
    }
}
