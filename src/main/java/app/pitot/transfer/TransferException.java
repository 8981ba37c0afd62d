package app.pitot.transfer;

/** A file could not be written or taken in; the message is a sentence for the user that says what is left as it was. */
public final class TransferException extends Exception {
    private static final long serialVersionUID = 1L;

    TransferException(String message) {
        super(message);
    }

    /** @param message for the user, with what was kept and what to do */
    public TransferException(String message, Throwable cause) {
        super(message, cause);
    }
}
