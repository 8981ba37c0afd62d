package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;

/** What may be sent without being asked for. */
final class SendingPage extends Page {
    SendingPage(SendingModel model) {
        super(SettingsSection.SENDING);
        getChildren().addAll(heading(Texts.get("settings.sending.refused")),
                choice(Texts.get("settings.sending.again"), model.again(),
                        FormField.help(Texts.get("settings.sending.again.help"))),
                quiet(Texts.get("settings.sending.off")));
    }
}
