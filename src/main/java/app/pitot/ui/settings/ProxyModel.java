package app.pitot.ui.settings;

import app.pitot.api.ProxySettings;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection.Proxy.Kind;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.KeyEntryModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The proxy of an account. JavaFX thread only. */
final class ProxyModel {
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>();
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final KeyEntryModel password;
    private final KeyPlace stored;
    private final ReadOnlyStringWrapper hostProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper userProblem = new ReadOnlyStringWrapper("");

    /** @param from null for none */
    ProxyModel(ProxyEntry from, Catalogue catalogue) {
        this.password = new KeyEntryModel(KeyEntryModel.Kind.PASSWORD, catalogue, null);
        this.stored = from == null ? null : from.password();
        if (from != null) {
            kind.set(from.kind());
            host.set(from.host());
            port.set(String.valueOf(from.port()));
            user.set(from.user() == null ? "" : from.user());
        }
    }

    /** Null for none. */
    ObjectProperty<Kind> kind() {
        return kind;
    }

    StringProperty host() {
        return host;
    }

    StringProperty port() {
        return port;
    }

    /** Blank if the proxy asks for nobody. */
    StringProperty user() {
        return user;
    }

    /** A new password; empty to leave the one that is kept. */
    KeyEntryModel password() {
        return password;
    }

    /** Where the password lies now, or null. */
    KeyPlace stored() {
        return stored;
    }

    ReadOnlyStringProperty hostProblem() {
        return hostProblem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty portProblem() {
        return portProblem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty userProblem() {
        return userProblem.getReadOnlyProperty();
    }

    /** True if it can be used; if not, each problem is said beside its field. */
    boolean check() {
        boolean none = kind.get() == null;
        hostProblem.set(none ? "" : problem(hostName(), 1, null));
        portProblem.set(none ? "" : problem("host", number(), null));
        userProblem.set(none ? "" : problem("host", 1, userName()));
        return none || hostProblem.get().isEmpty() && portProblem.get().isEmpty() && userProblem.get().isEmpty()
                && (!password.filled().get() || password.usable().get());
    }

    /**
     * As it is to be written down, or null; call {@link #check} first. A password without a user is left out.
     *
     * @param place of a new password; null for the usual one
     */
    ProxyEntry entry(KeyPlace place) {
        if (kind.get() == null) {
            return null;
        }
        var kept = place != null && wantsPassword() ? place : stored;
        return new ProxyEntry(kind.get(), hostName(), number(), userName(), userName() == null ? null : kept);
    }

    /** What stands in the fields, to be compared; of the password only whether there is one. */
    List<Object> typed() {
        return Arrays.asList(kind.get(), host.get(), port.get(), user.get(), password.filled().get());
    }

    /** True if a new password goes with it. */
    boolean wantsPassword() {
        return kind.get() != null && !user.get().isBlank() && password.usable().get();
    }

    private String problem(String name, int number, String login) {
        return Objects.requireNonNullElse(ProxySettings.problem(kind.get(), name, number, login), "");
    }

    /** Without the brackets around an address of IPv6. */
    private String hostName() {
        var name = host.get().strip();
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Null if the proxy asks for nobody. */
    private String userName() {
        var name = user.get().strip();
        return name.isEmpty() ? null : name;
    }

    private int number() {
        var text = port.get().strip();
        int value = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return value <= 65_535 ? value : 0;
    }
}
