package app.pitot.ui.settings;

import app.pitot.base.Texts;
import java.util.Locale;

/** The pages of the settings, in their order. */
public enum SettingsSection {
    ACCOUNTS, KEYS, BUDGETS, SENDING, APPEARANCE, REQUESTS, DATA, ABOUT;

    String title() {
        return Texts.get("settings.section." + name().toLowerCase(Locale.ROOT));
    }
}
