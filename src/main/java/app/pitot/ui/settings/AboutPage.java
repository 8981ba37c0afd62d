package app.pitot.ui.settings;

import app.pitot.base.Texts;

/** What this is. */
final class AboutPage extends Page {
    AboutPage(SettingsFacts facts) {
        super(SettingsSection.ABOUT);
        getChildren().addAll(words(Texts.get("settings.about.version", facts.version())),
                quiet(Texts.get("settings.about.what")), quiet(Texts.get("settings.about.licence")),
                quiet(Texts.get("settings.about.network")));
    }
}
