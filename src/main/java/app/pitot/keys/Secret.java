package app.pitot.keys;

import app.pitot.base.Texts;
import java.util.Arrays;

/**
 * An API key held in memory that can be wiped. It never prints itself. Not thread-safe; the owner closes it.
 */
public final class Secret implements AutoCloseable {
    /** Longest key accepted, in characters: what every supported keychain can hold. */
    public static final int MAX_LENGTH = 1_280;

    private final char[] chars;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    /**
     * Takes a copy of {@code key} after checking that it can stand in a header.
     *
     * @throws KeyException with a sentence for the user, never the key itself, if it is empty, too long, or holds
     *     anything but visible ASCII
     */
    public static Secret of(CharSequence key) throws KeyException {
        if (key.isEmpty()) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.empty"));
        }
        if (key.length() > MAX_LENGTH) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.tooLong", MAX_LENGTH));
        }
        var copy = new char[key.length()];
        for (int i = 0; i < copy.length; i++) {
            char c = key.charAt(i);
            if (c <= ' ' || c >= 127) {
                Arrays.fill(copy, '\0');
                throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.badCharacter", i + 1));
            }
            copy[i] = c;
        }
        return new Secret(copy);
    }

    /** The value for an {@code Authorization} header; the caller drops it at once. */
    public String bearer() {
        return "Bearer " + new String(chars);
    }

    @Override
    public void close() {
        Arrays.fill(chars, '\0');
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
