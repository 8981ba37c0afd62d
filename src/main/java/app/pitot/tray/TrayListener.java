package app.pitot.tray;

/** What happens in the tray. Called on threads of the tray's; must return soon. */
public interface TrayListener {
    /** The icon was clicked, or the menu says so. */
    void open();

    /** The menu's mini gauge was chosen. */
    void mini();

    /** The menu's end was chosen. */
    void quit();

    /** A right click at that place of the screen, where the tray shows no menus itself; {@code words} as in the tooltip. */
    void menu(int x, int y, String words);

    /** The pointer is over the icon, where the tray shows no words itself. */
    void hover(int x, int y, String words);

    /** The pointer is elsewhere. */
    void leave();

    /** Whether the icon stands in a tray now. Said once after the first look, and whenever that changes. */
    void present(boolean there);
}
