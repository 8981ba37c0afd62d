package app.pitot.ui.settings;

import app.pitot.base.Texts;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where things are kept, and how. */
final class DataPage extends Page {
    DataPage(SettingsFacts facts) {
        super(SettingsSection.DATA);
        getChildren().addAll(folder("settings.data.folder", facts.dataFolder()),
                folder("settings.data.settings", facts.settingsFile()), words(Texts.get("settings.data.plain")),
                quiet(Texts.get("settings.data.backups")), quiet(Texts.get("settings.data.traces")),
                quiet(Texts.get("settings.data.keys")), quiet(Texts.get("settings.data.elsewhere")));
    }

    /** A path that can be selected and copied. */
    private static VBox folder(String key, String path) {
        var field = new TextField(path);
        field.setEditable(false);
        field.getStyleClass().add("path");
        return new app.pitot.ui.connect.FormField(Texts.get(key), field, Texts.get(key + ".help"));
    }
}
