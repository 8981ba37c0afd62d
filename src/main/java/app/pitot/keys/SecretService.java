package app.pitot.keys;

import app.pitot.base.Texts;
import app.pitot.desktop.SessionBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;

/**
 * Asks the Secret Service on the session bus what the library hides: whether there is one, whether its default keyring is
 * locked, and whether it holds an item. Only {@link #unlock} opens a dialog.
 */
final class SecretService implements Witness {
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final String NAME = "org.freedesktop.secrets";
    private static final String PATH = "/org/freedesktop/secrets";
    private static final String SERVICE = "org.freedesktop.Secret.Service";
    private static final String PROMPT = "org.freedesktop.Secret.Prompt";
    private static final String NOTHING = "/";

    /** Null while not connected. */
    private SessionBus bus;
    private String place = Texts.get("keychain.place.service");

    @Override
    public Look look() {
        try {
            if (bus == null) {
                bus = new SessionBus();
            }
        } catch (DBusException | RuntimeException e) {
            return Look.NO_BUS;
        }
        try {
            return lookAtService();
        } catch (DBusException | RuntimeException e) {
            // The bus itself may have gone away: the next look connects anew.
            close();
            return Look.NO_ANSWER;
        }
    }

    private Look lookAtService() throws DBusException {
        if (!hasOwner() && !start()) {
            return Look.NO_SERVICE;
        }
        place = owner();
        var collection = collection();
        if (collection.equals(NOTHING)) {
            return Look.EMPTY;
        }
        var locked = bus.call(NAME, collection, "org.freedesktop.DBus.Properties", "Get", "ss",
                "org.freedesktop.Secret.Collection", "Locked").get(0);
        return Boolean.FALSE.equals(locked) ? Look.OPEN : Look.LOCKED;
    }

    private String collection() throws DBusException {
        return ((DBusPath) bus.call(NAME, PATH, SERVICE, "ReadAlias", "s", "default").get(0)).getPath();
    }

    /**
     * Asked here and not by the library: it hears the end of a dialog only on the first of its connections, and so would wait
     * out its own two minutes after the user has typed the password.
     */
    @Override
    public void unlock() throws DBusException, InterruptedException {
        var answer = bus.call(NAME, PATH, SERVICE, "Unlock", "ao", List.of(new DBusPath(collection())));
        var prompt = ((DBusPath) answer.get(1)).getPath();
        if (prompt.equals(NOTHING)) {
            return;
        }
        // If nobody waits any more, the dialog is left to the user: to be told to dismiss one makes GNOME Keyring 42 abort,
        // with all that it holds. A password that is typed later still unlocks.
        bus.await(prompt, PROMPT, "Completed", () -> bus.call(NAME, prompt, PROMPT, "Prompt", "s", ""));
    }

    private boolean hasOwner() throws DBusException {
        return Boolean.TRUE.equals(bus.call(BUS, BUS_PATH, BUS, "NameHasOwner", "s", NAME).get(0));
    }

    /** True if the bus could start the service; false if it knows of none or the service would not start. */
    private boolean start() throws DBusException {
        try {
            bus.call(BUS, BUS_PATH, BUS, "StartServiceByName", "su", NAME, new UInt32(0));
        } catch (DBusException e) {
            return hasOwner();
        }
        return hasOwner();
    }

    private String owner() throws DBusException {
        var pid = bus.call(BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "s", NAME).get(0);
        try {
            var program = Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
            return Texts.get(placeOf(program));
        } catch (IOException e) {
            // A daemon in another container, or a system without /proc: the general name is true as well.
            return Texts.get("keychain.place.service");
        }
    }

    /** The text for the name of the program {@code comm}, which Linux cuts at 15 characters. */
    static String placeOf(String comm) {
        return comm.startsWith("gnome-keyring")
                ? "keychain.place.gnome"
                : comm.startsWith("kwallet") || comm.startsWith("ksecret")
                        ? "keychain.place.kwallet"
                        : comm.startsWith("keepassxc") ? "keychain.place.keepassxc" : "keychain.place.service";
    }

    @Override
    public String place() {
        return place;
    }

    /** The library also says "not found" when the service did not answer, so its words prove nothing here. */
    @Override
    public boolean absent(String item, Exception failure) throws DBusException {
        if (bus == null) {
            return false;
        }
        var attributes = Map.of("service", LibraryKeychain.APP, "account", item);
        var found = bus.call(NAME, PATH, SERVICE, "SearchItems", "a{ss}", attributes);
        return SessionBus.list(found.get(0)).isEmpty() && SessionBus.list(found.get(1)).isEmpty();
    }

    @Override
    public void close() {
        var old = bus;
        bus = null;
        if (old != null) {
            old.close();
        }
    }
}
