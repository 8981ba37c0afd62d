package app.pitot.keys;

/**
 * A place for secrets. All but {@link #place} and {@link #lasting} may block until a deadline, and end early when the calling
 * thread is interrupted; never call them on the JavaFX thread. Safe from any other thread. Nothing is thrown for what the store
 * does: that is a {@link SecretResult}.
 */
public interface SecretStore extends AutoCloseable {
    /** What it is, in words for the user, such as "GNOME Keyring". */
    String place();

    /** False if it forgets everything when the app ends. */
    boolean lasting();

    /** {@code Ready}, or why not. */
    SecretResult availability();

    /** {@code Found}, {@code Missing}, or why it cannot be told. */
    SecretResult read(String item);

    /**
     * {@code Stored}, or why not.
     *
     * @param secret stays the caller's
     */
    SecretResult write(String item, Secret secret);

    /** {@code Missing} once it is proven gone, or why that cannot be told. */
    SecretResult delete(String item);

    /** Lets go of everything; never waits. */
    @Override
    void close();
}
