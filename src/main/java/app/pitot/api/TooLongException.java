package app.pitot.api;

import java.io.IOException;

/** Something in an answer is over our bound. */
final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int bound;

    TooLongException(int bound) {
        super("over " + bound + " bytes");
        this.bound = bound;
    }

    /** In bytes. */
    int bound() {
        return bound;
    }
}
