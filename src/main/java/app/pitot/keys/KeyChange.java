package app.pitot.keys;

import app.pitot.base.Texts;
import java.io.IOException;

/**
 * Puts a new secret into the place of an old one so that a failure at any step leaves the old one working: store the new
 * under its own name, read it back, switch, and only then delete the old. Blocks as its store does.
 */
public final class KeyChange {
    /** Writes down that {@code item} is the one in use from now on. */
    @FunctionalInterface
    public interface Switch {
        /** @throws IOException with a sentence for the user, if it could not be written down and the old one stays in use */
        void to(String item) throws IOException;
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** The new secret is in use and the old one is proven gone. */
        record Changed() implements Outcome {}

        /** The new secret is in use. The old one may still be in the store, as {@code why} says. */
        record OldRemains(SecretResult.Failure why) implements Outcome {}

        /** The old secret is in use as before. */
        record NotStored(SecretResult.Failure why) implements Outcome {}

        /** The old secret is in use as before; {@code message} is a sentence for the user. */
        record NotSwitched(String message) implements Outcome {}
    }

    private final SecretStore store;

    public KeyChange(SecretStore store) {
        this.store = store;
    }

    /** Puts {@code secret}, which stays the caller's, where there was none: under {@code item}. */
    public Outcome first(String item, Secret secret, Switch toItem) {
        return change(null, store, item, secret, toItem);
    }

    /**
     * Puts {@code secret}, which stays the caller's, under {@code item} in place of {@code oldItem} of the same store.
     *
     * @throws IllegalArgumentException if both names are the same: the old secret would be overwritten before the new one is
     *     proven
     */
    public Outcome replace(String oldItem, String item, Secret secret, Switch toItem) {
        return change(oldItem, store, item, secret, toItem);
    }

    /** The same when the old secret lies in another store, as when a key moves from the session into the keychain. */
    public Outcome move(SecretStore oldStore, String oldItem, String item, Secret secret, Switch toItem) {
        return change(oldItem, oldStore, item, secret, toItem);
    }

    private Outcome change(String oldItem, SecretStore oldStore, String item, Secret secret, Switch toItem) {
        if (item.equals(oldItem) && store == oldStore) {
            throw new IllegalArgumentException("a new secret needs a name of its own");
        }
        var written = store.write(item, secret);
        if (!(written instanceof SecretResult.Stored)) {
            return new Outcome.NotStored(failure(written, store));
        }
        try {
            toItem.to(item);
        } catch (IOException e) {
            // If this fails too, what remains is a secret that nothing refers to; its name is never used again.
            store.delete(item);
            return new Outcome.NotSwitched(e.getMessage());
        }
        if (oldItem == null) {
            return new Outcome.Changed();
        }
        var deleted = oldStore.delete(oldItem);
        return deleted instanceof SecretResult.Missing
                ? new Outcome.Changed()
                : new Outcome.OldRemains(failure(deleted, oldStore));
    }

    private static SecretResult.Failure failure(SecretResult result, SecretStore store) {
        return result instanceof SecretResult.Failure failure
                ? failure
                : new SecretResult.Denied(Texts.get("keychain.denied", store.place()));
    }
}
