package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where things are kept, and how. */
final class DataPage extends Page {
    DataPage(SettingsFacts facts) {
        super(SettingsSection.DATA);
        var open = new Button(Texts.get("settings.data.open"));
        open.setOnAction(_ -> facts.openFolder().run());
        Describe.node(open, Texts.get("settings.data.open"), Texts.get("settings.data.open.help"));
        EnterFires.below(open);
        getChildren().addAll(folder("settings.data.folder", facts.dataFolder()), open,
                folder("settings.data.settings", facts.settingsFile()), words(Texts.get("settings.data.plain")),
                quiet(Texts.get("settings.data.backups")), quiet(Texts.get("settings.data.traces")),
                quiet(Texts.get("settings.data.keys")), quiet(Texts.get("settings.data.elsewhere")));
        if (facts.backups() != null) {
            var before = getChildren().size() - 2;
            getChildren().add(before, new DeletionBox(facts.backups(), "settings.data.backups", "backups"));
        }
    }

    /** A path that can be selected and copied. */
    private static VBox folder(String key, String path) {
        var field = new TextField(path);
        field.setEditable(false);
        field.getStyleClass().add("path");
        return new app.pitot.ui.connect.FormField(Texts.get(key), field, Texts.get(key + ".help"));
    }
}
