package app.pitot.usage;

/** Past requests cannot be read. The message tells a user why and what to do. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
