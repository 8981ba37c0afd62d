package app.pitot.tray;

import app.pitot.desktop.SessionBus;
import java.util.Arrays;
import java.util.List;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tray of today's Linux desktops: an object on the D-Bus session bus that a host draws. Looks at the bus when first
 * asked, and then listens for hosts that come and go.
 */
final class StatusNotifier implements TrayPlace {
    private static final Logger LOG = LoggerFactory.getLogger(StatusNotifier.class);
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";
    private static final String WATCHER_PATH = "/StatusNotifierWatcher";
    /** Time for one answer, in milliseconds. */
    private static final long ANSWER = 2_000;

    private final TrayWords words;
    private final TrayListener listener;
    private final Runnable changed;
    private DBusConnection bus;
    private boolean looked;
    private ExportedItem item;
    private List<TrayIcons.Look> looks;
    private String tooltip;
    private String owner;

    StatusNotifier(TrayWords words, TrayListener listener, Runnable changed) {
        this.words = words;
        this.listener = listener;
        this.changed = changed;
    }

    @Override
    public boolean there() {
        if (!looked) {
            looked = true;
            connect();
        }
        // A watcher that was replaced knows nothing of us: leaving and entering again tells it.
        return bus != null && hosted() && (item == null || watcher().equals(owner));
    }

    private void connect() {
        try {
            bus = DBusConnectionBuilder.forSessionBus().withShared(false).build();
            bus.addSigHandler(DBus.NameOwnerChanged.class, signal -> {
                if (WATCHER.equals(signal.name)) {
                    changed.run();
                }
            });
            for (var member : List.of("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered")) {
                bus.addGenericSigHandler(new DBusMatchRule("signal", WATCHER, member), _ -> changed.run());
            }
        } catch (DBusException | RuntimeException e) {
            LOG.debug("no session bus: {}", e.toString());
            close();
        }
    }

    private boolean hosted() {
        return !watcher().isEmpty()
                && Boolean.TRUE
                        .equals(ask(WATCHER, WATCHER_PATH, "org.freedesktop.DBus.Properties", "Get", "ss", WATCHER,
                                "IsStatusNotifierHostRegistered"));
    }

    /** The unique name of the watcher's connection; empty if there is none. */
    private String watcher() {
        var name = ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner", "s",
                WATCHER);
        return name instanceof String text ? text : "";
    }

    @Override
    public boolean enter(TrayFace face) {
        try {
            item = new ExportedItem(words, listener, face);
            looks = looks(face);
            tooltip = face.tooltip();
            owner = watcher();
            bus.exportObject(ExportedItem.PATH, item);
            bus.exportObject(ExportedMenu.PATH, new ExportedMenu(words, listener));
            call(WATCHER, WATCHER_PATH, WATCHER, "RegisterStatusNotifierItem", "s", bus.getUniqueName());
            return true;
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("the tray takes no icon: {}", e.toString());
            leave();
            return false;
        }
    }

    @Override
    public void show(TrayFace face) {
        item.show(face);
        var now = looks(face);
        try {
            if (!now.equals(looks)) {
                looks = now;
                bus.sendMessage(new NotifierItem.NewIcon(ExportedItem.PATH));
            }
            if (!face.tooltip().equals(tooltip)) {
                tooltip = face.tooltip();
                bus.sendMessage(new NotifierItem.NewToolTip(ExportedItem.PATH));
            }
        } catch (DBusException e) {
            LOG.debug("the tray does not hear: {}", e.toString());
        }
    }

    /** The host forgets an icon whose connection closes; nothing else takes it away everywhere. */
    @Override
    public void leave() {
        item = null;
        close();
        looked = false;
    }

    private void close() {
        if (bus != null) {
            bus.disconnect();
            bus = null;
        }
    }

    private static List<TrayIcons.Look> looks(TrayFace face) {
        return Arrays.stream(ExportedItem.SIZES).mapToObj(size -> TrayIcons.Look.of(face, size)).toList();
    }

    /** The first value of an answer, without its variant; null for an error or no answer. */
    private Object ask(String name, String path, String type, String method, String signature, Object... arguments) {
        try {
            return call(name, path, type, method, signature, arguments);
        } catch (DBusException | RuntimeException e) {
            LOG.debug("{} is not answered: {}", method, e.toString());
            return null;
        }
    }

    private Object call(String name, String path, String type, String method, String signature, Object... arguments)
            throws DBusException {
        var values = SessionBus.call(bus, ANSWER, name, path, type, method, signature, arguments);
        return values.isEmpty() ? null : values.getFirst();
    }
}
