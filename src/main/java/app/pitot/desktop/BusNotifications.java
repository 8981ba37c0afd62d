package app.pitot.desktop;

import app.pitot.base.Texts;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notification service of Linux desktops, on the session bus. They are rare: each has a connection of its own. */
final class BusNotifications implements Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(BusNotifications.class);
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final byte URGENCY_NORMAL = 1;
    /** As long as the desktop thinks fit. */
    private static final int USUAL_TIME = -1;

    @Override
    public Reach reach() {
        try (var bus = new SessionBus()) {
            return there(bus) ? Reach.THERE : Reach.NO_SERVICE;
        } catch (DBusException | RuntimeException e) {
            LOG.debug("no session bus: {}", e.toString());
            return Reach.NO_BUS;
        }
    }

    private static boolean there(SessionBus bus) throws DBusException {
        return Boolean.TRUE.equals(bus.call(BUS, BUS_PATH, BUS, "NameHasOwner", "s", NAME).getFirst())
                || SessionBus.list(bus.call(BUS, BUS_PATH, BUS, "ListActivatableNames", "").getFirst()).contains(NAME);
    }

    @Override
    public boolean show(String title, String body) {
        try (var bus = new SessionBus()) {
            // Asked first: a call to a name without an owner would start whatever claims to be one.
            if (!there(bus)) {
                return false;
            }
            boolean markup = SessionBus.list(bus.call(NAME, PATH, NAME, "GetCapabilities", "").getFirst())
                    .contains("body-markup");
            var hints = Map.<String, Variant<?>>of("urgency", new Variant<>(URGENCY_NORMAL), "desktop-entry",
                    new Variant<>("pitot"));
            bus.call(NAME, PATH, NAME, "Notify", "susssasa{sv}i", Texts.get("app.name"), new UInt32(0), "", title,
                    markup ? escaped(body) : body, new String[0], hints, USUAL_TIME);
            return true;
        } catch (DBusException | RuntimeException e) {
            LOG.info("the desktop did not take a notification: {}", e.toString());
            return false;
        }
    }

    /** Names are the user's: what would be markup stands as it is written. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
