package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeyOwner;
import app.pitot.keys.Secret;
import app.pitot.provider.Catalogue;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A secret that is being typed or pasted. It is kept as characters that {@link #clear} wipes, and no property ever holds it.
 * JavaFX thread only.
 */
public final class KeyEntryModel {
    /** What may stand in it. */
    public enum Kind {
        /** An API key or a header's value: visible ASCII. */
        KEY,
        /** A password: anything but control characters. */
        PASSWORD
    }

    private final Kind kind;
    private final Catalogue catalogue;
    private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<KeyOwner> foreign = new ReadOnlyObjectWrapper<>();
    private String providerId;
    private char[] typed = {};
    private Runnable cleared = () -> {};

    /** @param providerId whose key is wanted; null if any will do */
    public KeyEntryModel(Kind kind, Catalogue catalogue, String providerId) {
        this.kind = kind;
        this.catalogue = catalogue;
        this.providerId = providerId;
    }

    /** True if anything was typed. */
    public ReadOnlyBooleanProperty filled() {
        return filled.getReadOnlyProperty();
    }

    /** True if what was typed can be sent. */
    public ReadOnlyBooleanProperty usable() {
        return usable.getReadOnlyProperty();
    }

    /** Why it cannot be sent, in a sentence that repeats nothing of it; empty if it can. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whose key this seems to be, if that is another provider than wanted; else null. */
    public ReadOnlyObjectProperty<KeyOwner> foreign() {
        return foreign.getReadOnlyProperty();
    }

    /** Takes over the whole of what the field now holds. */
    public void type(CharSequence text) {
        wipe();
        typed = new char[text.length()];
        for (int i = 0; i < typed.length; i++) {
            typed[i] = text.charAt(i);
        }
        judge();
    }

    /** Another provider's key is wanted from now on. */
    public void expect(String provider) {
        providerId = provider;
        judge();
    }

    /** A fresh copy without what surrounds it; null if nothing usable was typed. The caller closes it. */
    public Secret secret() {
        try {
            return typed.length == 0 ? null : read();
        } catch (KeyException e) {
            problem.set(e.getMessage());
            return null;
        }
    }

    /** Says that there has to be something, if there is nothing. */
    public void demand() {
        if (typed.length == 0) {
            problem.set(Texts.get("screens.key.missing"));
        }
    }

    /** Wipes what was typed and empties the field. */
    public void clear() {
        wipe();
        typed = new char[0];
        judge();
        cleared.run();
    }

    /** @param empty called when the field has to be emptied */
    public void onClear(Runnable empty) {
        cleared = empty;
    }

    private void judge() {
        filled.set(typed.length > 0);
        foreign.set(kind == Kind.KEY ? owner() : null);
        if (typed.length == 0) {
            problem.set("");
            usable.set(false);
            return;
        }
        try (var _ = read()) {
            problem.set("");
            usable.set(true);
        } catch (KeyException e) {
            problem.set(e.getMessage());
            usable.set(false);
        }
    }

    private Secret read() throws KeyException {
        var text = CharBuffer.wrap(typed);
        return kind == Kind.KEY ? Secret.pasted(text) : Secret.text(text);
    }

    /** By how it begins; where keys of any make may be used, none is foreign. */
    private KeyOwner owner() {
        if (providerId == null || catalogue.provider(providerId).facts().keyPrefix() == null) {
            return null;
        }
        int from = 0;
        while (from < typed.length && !Character.isLetterOrDigit(typed[from])) {
            from++;
        }
        return KeyOwner.of(CharBuffer.wrap(typed, from, typed.length - from))
                .filter(owner -> !Objects.equals(owner.id(), providerId)).orElse(null);
    }

    private void wipe() {
        Arrays.fill(typed, '\0');
    }
}
