package app.pitot.tray;

/**
 * What stands in the tray's menu.
 *
 * @param title of the icon
 * @param open to bring the window
 * @param mini to show or hide the mini gauge
 * @param quit to end it all
 */
public record TrayWords(String title, String open, String mini, String quit) {}
