package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** What may be sent without being asked for. */
final class SendingPage extends Page {
    SendingPage(SendingModel model) {
        super(SettingsSection.SENDING);
        var box = new CheckBox(Texts.get("settings.sending.again"));
        box.selectedProperty().bindBidirectional(model.again());
        box.setWrapText(true);
        var help = FormField.help(Texts.get("settings.sending.again.help"));
        box.setAccessibleHelp(help.getText());
        var below = new VBox(help);
        below.getStyleClass().add("under-radio");
        getChildren().addAll(heading(Texts.get("settings.sending.refused")), new VBox(2, box, below),
                quiet(Texts.get("settings.sending.off")));
    }
}
