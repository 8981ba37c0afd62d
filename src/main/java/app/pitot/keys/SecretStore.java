package app.pitot.keys;

/**
 * A place for secrets, one under each item name. Calls block until they are answered, miss their deadline, or the calling
 * thread is interrupted, which is how a user cancels; never call one on the JavaFX thread. Safe from any other thread.
 * Nothing is thrown for what a keychain may do: each answer is a {@link SecretResult}.
 */
public interface SecretStore extends AutoCloseable {
    /** The place in words for the user, such as "GNOME Keyring". Never blocks and asks nothing: only what is known so far. */
    String place();

    /** True if secrets are still there after the app has ended. */
    boolean lasting();

    /**
     * {@link SecretResult.Ready}, or what stands in the way, found out without opening a dialog. A locked store is not a
     * failure yet: the next read may ask the user for the password.
     */
    SecretResult availability();

    /** {@link SecretResult.Found}, whose secret the caller closes, {@link SecretResult.Missing} if proven, or a failure. */
    SecretResult read(String item);

    /**
     * {@link SecretResult.Stored} after what was written was read back and is equal, or a failure. A secret that was under
     * {@code item} before may be lost by a failure: write under a new name, see {@link KeyItems}.
     */
    SecretResult write(String item, Secret secret);

    /** {@link SecretResult.Missing} after the item was read back as gone, or never was there; or a failure. */
    SecretResult delete(String item);

    /** Lets go of everything without waiting for a call that is under way. */
    @Override
    void close();
}
