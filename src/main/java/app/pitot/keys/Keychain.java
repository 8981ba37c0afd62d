package app.pitot.keys;

/**
 * The keychain of this machine as it behaves: every method may block for ever and throw anything, unchecked exceptions and
 * {@link LinkageError} included. Used by one thread at a time.
 */
interface Keychain {
    /** The state, asked without opening a dialog. */
    Look look() throws Exception;

    /** The place in words for the user, as far as it is known. */
    String place();

    /** Asks the user for the password, once, and returns when the dialog is gone; look whether it was given. */
    void unlock() throws Exception;

    /** Connects, anew if it was connected before. */
    void open() throws Exception;

    /** The value under {@code item}; throws, also if there is none. */
    String get(String item) throws Exception;

    void set(String item, String value) throws Exception;

    /** Throws, also if there is no such item. */
    void delete(String item) throws Exception;

    /** True only if it is certain that {@code item} does not exist, {@code failure} being what a call for it threw. */
    boolean absent(String item, Exception failure) throws Exception;

    /** Lets go; the user's keychain stays as it is. */
    void close() throws Exception;
}
