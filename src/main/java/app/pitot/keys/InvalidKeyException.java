package app.pitot.keys;

/** A key that cannot be sent; the message is for the user and never holds the key. */
public final class InvalidKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidKeyException(String message) {
        super(message);
    }
}
