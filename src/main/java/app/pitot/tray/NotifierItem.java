package app.pitot.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** The icon as D-Bus names it; public, as the library needs it. */
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface NotifierItem extends DBusInterface {
    /** A click. */
    void Activate(int x, int y);

    /** A middle click. */
    void SecondaryActivate(int x, int y);

    /** A right click, where the host does not show the menu itself. */
    void ContextMenu(int x, int y);

    /** The wheel. */
    void Scroll(int delta, String orientation);

    /** Lets the window that is about to be opened take the focus. */
    void ProvideXdgActivationToken(String token);

    /** The icon looks different. */
    class NewIcon extends DBusSignal {
        /** Made by the library. */
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The words over the icon are others. */
    class NewToolTip extends DBusSignal {
        /** Made by the library. */
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }
}
