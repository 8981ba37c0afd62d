package app.pitot.ui.settings;

import app.pitot.api.ExtraHeaders;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.KeyEntryModel;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One header of the user's own. A secret value is never shown again once it is kept. JavaFX thread only. */
final class HeaderRow {
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

    /**
     * True if it can be sent; if not, the problem is said.
     *
     * @param keyed true if the account has a key of its own
     */
    boolean check(boolean keyed) {
        problem.set(Objects.requireNonNullElse(complaint(keyed), ""));
        return problem.get().isEmpty();
    }

    /** What stands in the fields, to be compared; of a secret only whether there is one. */
    List<Object> typed() {
        return List.of(name.get(), value.get(), secret.get(), entered.filled().get());
    }

    void complain(String sentence) {
        problem.set(sentence);
    }

    /**
     * As it is to be written down; call {@link #check} first.
     *
     * @param place of a new secret; null for the usual one
     */
    Header header(KeyPlace place) {
        var called = name.get().strip();
        boolean moves = place != null && entered.filled().get();
        return secret.get()
                ? new Header(called, null, moves ? place : stored())
                : new Header(called, value.get().strip(), null);
    }

    /** Null if there is nothing to complain of. */
    private String complaint(boolean keyed) {
        var called = name.get().strip();
        var named = ExtraHeaders.nameProblem(called, keyed);
        if (named != null) {
            return named;
        }
        if (!secret.get()) {
            return ExtraHeaders.valueProblem(called, value.get().strip());
        }
        if (!entered.filled().get()) {
            return stored() == null ? Texts.get("form.header.secret.missing") : null;
        }
        try (var typed = entered.secret()) {
            return typed == null ? entered.problem().get() : ExtraHeaders.valueProblem(called, typed.plain());
        }
    }
}
