package app.pitot.provider;

/**
 * Where the key of an account is kept. Never the key.
 *
 * @param item the keychain's item or the environment variable; null if neither
 * @param lastFour the key's last characters, for telling keys apart; null if unknown
 */
public record KeyPlace(Kind kind, String item, String lastFour) {
    /** The endpoint wants no key. */
    public static final KeyPlace NONE = new KeyPlace(Kind.NONE, null, null);

    /** What kind of place. */
    public enum Kind {
        /** There is none. */
        NONE,
        /** The keychain of the operating system. */
        KEYCHAIN,
        /** Memory, until the app ends. */
        SESSION,
        /** An environment variable that the user chose. */
        ENVIRONMENT
    }
}
