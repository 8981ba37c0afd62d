package app.pitot.ui.settings;

/**
 * What the pages on data and on the app itself tell.
 *
 * @param version of the app
 * @param dataFolder where conversations, usage and the model cache are kept
 * @param settingsFile where the settings and the accounts, without their keys, are kept
 * @param backups of the database; null if nothing is known of them
 * @param bodies what is kept of requests; null if nothing is
 * @param openFolder shows the data folder in the desktop's own window
 */
public record SettingsFacts(String version, String dataFolder, String settingsFile, BackupsModel backups,
        BodiesModel bodies, Runnable openFolder) {
    /** Nothing is known of backups, nothing of requests is kept, and no folder can be shown. */
    public SettingsFacts(String version, String dataFolder, String settingsFile) {
        this(version, dataFolder, settingsFile, null, null, () -> {});
    }
}
