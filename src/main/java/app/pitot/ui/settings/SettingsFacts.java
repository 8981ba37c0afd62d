package app.pitot.ui.settings;

/**
 * What the pages on data and on the app itself tell.
 *
 * @param version of the app
 * @param dataFolder where conversations, usage and the model cache are kept
 * @param settingsFile where the settings and the accounts, without their keys, are kept
 */
public record SettingsFacts(String version, String dataFolder, String settingsFile) {}
