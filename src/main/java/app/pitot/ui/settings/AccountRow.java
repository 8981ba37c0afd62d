package app.pitot.ui.settings;

/**
 * One account as the list shows it.
 *
 * @param key where its key is kept and its last four characters
 * @param plan empty if none was picked
 * @param endpoint the address if the provider's name does not say it; may be empty
 */
record AccountRow(String id, String name, String provider, String key, String plan, String endpoint, boolean enabled) {}
