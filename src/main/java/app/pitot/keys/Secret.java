package app.pitot.keys;

import app.pitot.base.Texts;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * An API key held in memory that can be wiped. It never prints itself. Not thread-safe; the owner closes it.
 */
public final class Secret implements AutoCloseable {
    /** Longest key accepted, in characters: what every supported keychain can hold. */
    public static final int MAX_LENGTH = 1_280;

    private static final int SHOWN_FROM = 12;

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
        checkLength(key);
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

    /** The same from characters that stay the caller's to wipe. */
    public static Secret of(char[] key) throws KeyException {
        return of(CharBuffer.wrap(key));
    }

    /**
     * A key as it comes out of the clipboard: without what surrounds it, such as line ends, spaces or quotation marks.
     *
     * @throws KeyException with a sentence that says what is wrong with the rest, without repeating it
     */
    public static Secret pasted(CharSequence text) throws KeyException {
        return of(PastedKey.clean(text));
    }

    /**
     * A secret that need not be a key, such as a proxy's password: any characters but control characters.
     *
     * @throws KeyException with a sentence for the user, if it is empty, too long, or holds a control character
     */
    public static Secret text(CharSequence text) throws KeyException {
        checkLength(text);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.control"));
        }
        var copy = new char[text.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return new Secret(copy);
    }

    /** True if it can stand in a header as a key does. One that another program changed in the keychain may not. */
    public boolean sendable() {
        for (char c : chars) {
            if (c <= ' ' || c >= 127) {
                return false;
            }
        }
        return true;
    }

    /** A copy that is wiped on its own. */
    public Secret copy() {
        return new Secret(chars.clone());
    }

    /** True if {@code other} has the same characters; takes as long for any two of one length. */
    public boolean sameAs(Secret other) {
        int difference = chars.length ^ other.chars.length;
        for (int i = 0; i < Math.min(chars.length, other.chars.length); i++) {
            difference |= chars[i] ^ other.chars[i];
        }
        return difference == 0;
    }

    /** The last four characters, by which a user tells keys apart; empty of a secret so short that they would say much. */
    public String lastFour() {
        return chars.length < SHOWN_FROM ? "" : new String(chars, chars.length - 4, 4);
    }

    /** The value for a keychain or a proxy; the caller drops it at once. */
    public String plain() {
        return new String(chars);
    }

    /** The value for an {@code Authorization} header; the caller drops it at once. */
    public String bearer() {
        return "Bearer " + new String(chars);
    }

    private static void checkLength(CharSequence text) throws KeyException {
        if (text.isEmpty()) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.empty"));
        }
        if (text.length() > MAX_LENGTH) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get("keys.tooLong", MAX_LENGTH));
        }
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
