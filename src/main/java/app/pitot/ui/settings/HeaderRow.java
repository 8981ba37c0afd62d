package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.KeyEntryModel;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One header of the user's own. A secret value is never shown again once it is kept. JavaFX thread only. */
final class HeaderRow {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,4000}");
    /** What the connection itself decides. */
    private static final Set<String> TAKEN = Set.of("host", "content-length", "content-type", "transfer-encoding",
            "connection", "accept-encoding", "upgrade", "te", "trailer", "proxy-authorization");

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final BooleanProperty secret = new SimpleBooleanProperty();
    private final KeyEntryModel entered;
    private final KeyPlace stored;
    private final String storedName;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param from null for a new one */
    HeaderRow(Header from, Catalogue catalogue) {
        this.entered = new KeyEntryModel(KeyEntryModel.Kind.PASSWORD, catalogue, null);
        this.stored = from == null ? null : from.place();
        this.storedName = from == null ? "" : from.name();
        if (from != null) {
            name.set(from.name());
            value.set(from.value() == null ? "" : from.value());
            secret.set(from.value() == null);
        }
    }

    StringProperty name() {
        return name;
    }

    /** Of a header that is no secret. */
    StringProperty value() {
        return value;
    }

    BooleanProperty secret() {
        return secret;
    }

    /** The secret value that is being entered. */
    KeyEntryModel entered() {
        return entered;
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Where the secret value lies now; null if there is none or the header is called otherwise by now. */
    KeyPlace stored() {
        return storedName.equalsIgnoreCase(name.get().strip()) ? stored : null;
    }

    /** True if it can be sent; if not, the problem is said. */
    boolean check() {
        problem.set(complaint());
        return problem.get().isEmpty();
    }

    void complain(String sentence) {
        problem.set(sentence);
    }

    /** As it is to be written down; call {@link #check} first. */
    Header header() {
        var called = name.get().strip();
        return secret.get() ? new Header(called, null, stored()) : new Header(called, value.get().strip(), null);
    }

    private String complaint() {
        var called = name.get().strip();
        if (!NAME.matcher(called).matches()) {
            return Texts.get("form.header.name.bad");
        }
        if (TAKEN.contains(called.toLowerCase(Locale.ROOT))) {
            return Texts.get("form.header.taken", called);
        }
        if (!secret.get()) {
            return VALUE.matcher(value.get()).matches() ? "" : Texts.get("form.header.value.bad");
        }
        if (entered.filled().get()) {
            return entered.problem().get();
        }
        return stored() == null ? Texts.get("form.header.secret.missing") : "";
    }
}
