package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.mini.CornerModel;
import app.pitot.ui.mini.CornerModel.Desk;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stays in view while the user works elsewhere. */
final class CornerBox extends VBox {
    CornerBox(CornerModel model) {
        super(10);
        getChildren().addAll(Page.heading(Texts.get("settings.corner")),
                Page.choice(Texts.get("settings.corner.mini"), model.mini(),
                        FormField.help(Texts.get("settings.corner.mini.help",
                                Shortcut.MINI.combination().getDisplayText()))),
                Page.choice(Texts.get("settings.corner.tray"), model.tray(),
                        said(model, "settings.corner.tray.help", "settings.corner.tray.none")),
                Page.choice(Texts.get("settings.corner.keep"), model.keep(),
                        said(model, "settings.corner.keep.help", "settings.corner.keep.none")));
    }

    /** @param none what to say instead where there is no tray */
    private static Label said(CornerModel model, String key, String none) {
        var label = FormField.help(Texts.get(key));
        model.desk().subscribe(desk -> label.setText(Texts.get(desk == Desk.NONE ? none : key)));
        return label;
    }
}
