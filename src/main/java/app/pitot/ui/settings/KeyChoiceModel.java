package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.keys.Secret;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.provider.Provider;
import app.pitot.ui.connect.KeyEntryModel;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where an account's key comes from, and a new one in place of it. JavaFX thread only. */
final class KeyChoiceModel {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final KeyPlace before;
    private final boolean optional;
    private final Predicate<String> environment;
    private final ObjectProperty<Kind> kind;
    private final StringProperty variable = new SimpleStringProperty("");
    private final KeyEntryModel entered;
    private final ReadOnlyStringWrapper variableProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper variableNote = new ReadOnlyStringWrapper("");

    KeyChoiceModel(KeyPlace before, Provider provider, Catalogue catalogue, Predicate<String> environment) {
        this.before = before;
        this.optional = provider.facts().keyPrefix() == null;
        this.environment = environment;
        this.kind = new SimpleObjectProperty<>(before.kind());
        this.entered = new KeyEntryModel(KeyEntryModel.Kind.KEY, catalogue, provider.id());
        variable.addListener((_, _, _) -> judge());
        var suggestion = provider.facts().keyVariable();
        variable.set(before.kind() == Kind.ENVIRONMENT ? before.item() : suggestion == null ? "" : suggestion);
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    /** The environment variable to read, if that is the place. */
    StringProperty variable() {
        return variable;
    }

    ReadOnlyStringProperty variableProblem() {
        return variableProblem.getReadOnlyProperty();
    }

    /** That the variable is not set just now; may be empty. */
    ReadOnlyStringProperty variableNote() {
        return variableNote.getReadOnlyProperty();
    }

    /** A new key; empty to leave the one that is kept. */
    KeyEntryModel entered() {
        return entered;
    }

    /** Where the key lies now. */
    KeyPlace before() {
        return before;
    }

    /** True if a key is kept by the app, in whichever of its places. */
    boolean kept() {
        return stores(before.kind()) && before.item() != null;
    }

    /** True if it can be used; if not, the problem is said. */
    boolean check() {
        if (kind.get() == Kind.ENVIRONMENT) {
            if (!VARIABLE.matcher(variable.get().strip()).matches()) {
                variableProblem.set(Texts.get("form.variable.bad"));
            }
            return variableProblem.get().isEmpty();
        }
        if (!stores(kind.get())) {
            return true;
        }
        if (!entered.filled().get() && !kept() && !optional) {
            entered.demand();
            return false;
        }
        return !entered.filled().get() || entered.usable().get();
    }

    /** As it is to be written down; call {@link #check} first. No key where none is needed and none was entered. */
    KeyPlace place() {
        if (stores(kind.get()) && !kept() && !entered.filled().get()) {
            return KeyPlace.NONE;
        }
        return switch (kind.get()) {
            case NONE -> KeyPlace.NONE;
            case ENVIRONMENT -> new KeyPlace(Kind.ENVIRONMENT, variable.get().strip(), null);
            case KEYCHAIN, SESSION -> kept() && before.kind() == kind.get()
                    ? before
                    : new KeyPlace(kind.get(), null, null);
        };
    }

    /** A fresh copy of the new key, or null if there is none; the caller closes it. */
    Secret secret() {
        return stores(kind.get()) && entered.usable().get() ? entered.secret() : null;
    }

    private static boolean stores(Kind kind) {
        return kind == Kind.KEYCHAIN || kind == Kind.SESSION;
    }

    private void judge() {
        var name = variable.get().strip();
        variableProblem.set("");
        variableNote.set(name.isEmpty() || environment.test(name) ? "" : Texts.get("form.variable.unset", name));
    }
}
