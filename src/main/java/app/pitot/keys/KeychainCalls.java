package app.pitot.keys;

import app.pitot.base.Texts;
import app.pitot.keys.SecretResult.Denied;
import app.pitot.keys.SecretResult.Found;
import app.pitot.keys.SecretResult.Locked;
import app.pitot.keys.SecretResult.Missing;
import app.pitot.keys.SecretResult.Stored;
import app.pitot.keys.SecretResult.Unavailable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a {@link Keychain} does into a {@link SecretResult}. Confined to one thread; may block for ever. */
final class KeychainCalls {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainCalls.class);

    private interface Step {
        SecretResult run() throws Exception;
    }

    private final Supplier<Keychain> source;
    /** Null until first used. */
    private Keychain keychain;
    private boolean open;

    KeychainCalls(Supplier<Keychain> source) {
        this.source = source;
    }

    /** What can be seen without a dialog; {@link Look#NO_ANSWER} if looking fails. */
    Look look() throws LinkageError {
        try {
            if (keychain == null) {
                keychain = source.get();
            }
            return keychain.look();
        } catch (Exception e) {
            return Look.NO_ANSWER;
        }
    }

    /** The place in words; only after {@link #look}. */
    String place() {
        return keychain.place();
    }

    /** {@link SecretResult.Ready}, or why it is not. */
    SecretResult available(Look seen) {
        return switch (seen) {
            case OPEN, UNKNOWN -> new SecretResult.Ready();
            case LOCKED -> locked();
            case EMPTY -> new Unavailable(Texts.get("keychain.noKeyring", place()));
            case NO_BUS -> new Unavailable(Texts.get("keychain.noBus"));
            case NO_SERVICE -> new Unavailable(Texts.get("keychain.noService"));
            case NO_ANSWER -> new Unavailable(Texts.get("keychain.noAnswer", place()));
        };
    }

    SecretResult read(Look seen, String item) {
        return guarded(seen, item, () -> {
            var value = keychain.get(item);
            try {
                return new Found(Secret.text(value));
            } catch (KeyException e) {
                return new Denied(Texts.get("keychain.unusable", place(), item));
            }
        });
    }

    SecretResult write(Look seen, String item, String value) {
        if (seen == Look.EMPTY) {
            return available(seen);
        }
        var result = guarded(seen, item, () -> {
            keychain.set(item, value);
            return keychain.get(item).equals(value) ? new Stored() : notStored();
        });
        // Absent after writing: a dismissed dialog looks like success to the library.
        return result instanceof Missing ? notStored() : result;
    }

    SecretResult delete(Look seen, String item) {
        return guarded(seen, item, () -> {
            keychain.delete(item);
            keychain.get(item);
            return new Denied(Texts.get("keychain.notDeleted", place(), item));
        });
    }

    private SecretResult guarded(Look seen, String item, Step step) {
        try {
            if (seen != Look.OPEN && seen != Look.LOCKED && seen != Look.UNKNOWN) {
                return seen == Look.EMPTY && keychain.absent(item, null) ? new Missing() : available(seen);
            }
            if (seen == Look.LOCKED) {
                // One dialog: calls of the library on a locked keyring would open one at each of their steps.
                keychain.unlock();
                if (keychain.look() == Look.LOCKED) {
                    return locked();
                }
            }
            if (!open) {
                keychain.open();
                open = true;
            }
            return step.run();
        } catch (LinkageError e) {
            return library();
        } catch (Exception e) {
            return verdict(item, e);
        }
    }

    private SecretResult verdict(String item, Exception failure) {
        try {
            var now = keychain.look();
            if (!(available(now) instanceof SecretResult.Ready)) {
                open = false;
                return available(now);
            }
            if (!open) {
                return new Unavailable(Texts.get("keychain.notOpened", place()));
            }
            if (keychain.absent(item, failure)) {
                return new Missing();
            }
        } catch (LinkageError e) {
            return library();
        } catch (Exception e) {
            open = false;
            return available(Look.NO_ANSWER);
        }
        // A connection that once failed may be stale, as after a restart of the service.
        open = false;
        return new Denied(Texts.get("keychain.denied", place()));
    }

    private SecretResult locked() {
        return new Locked(Texts.get("keychain.locked", place()));
    }

    private SecretResult notStored() {
        return new Denied(Texts.get("keychain.notStored", place()));
    }

    /** The result when the library, or native code that it needs, cannot be loaded. */
    static SecretResult library() {
        return new Unavailable(Texts.get("keychain.library"));
    }

    /** Nobody waits for an answer any more, and nothing can be done about a failure. */
    void close() {
        try {
            if (keychain != null) {
                keychain.close();
            }
        } catch (Exception | LinkageError e) {
            LOG.debug("Closing the keychain failed: {}", e.getClass().getName());
        }
    }
}
