package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.store.Theme;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.mini.CornerModel;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Which colours, and what stays in view while the user works elsewhere. */
final class AppearancePage extends Page {
    AppearancePage(ObjectProperty<Theme> theme, CornerModel corner) {
        super(SettingsSection.APPEARANCE);
        var group = new ToggleGroup();
        var box = new VBox(10, heading(Texts.get("settings.theme")));
        for (var each : Theme.values()) {
            var button = new RadioButton(Texts.get("theme." + each.id()));
            button.setToggleGroup(group);
            button.setSelected(theme.get() == each);
            button.setOnAction(_ -> theme.set(each));
            var below = new VBox(FormField.help(Texts.get("settings.theme." + each.id())));
            below.getStyleClass().add("under-radio");
            box.getChildren().add(new VBox(2, button, below));
        }
        getChildren().addAll(box, FormField.help(Texts.get("settings.motion")), new CornerBox(corner));
    }
}
