package app.pitot.exchange;

import app.pitot.api.Delta;

/** Hears the text of one reply as it arrives, on the transport thread: it must neither block nor throw. */
@FunctionalInterface
public interface TextTap {
    /** Hears nothing. */
    TextTap NONE = (_, _, _, _) -> {};

    /** The next piece, never empty. {@code buffer} is reused by the caller: copy what is kept. */
    void text(Delta delta, char[] buffer, int offset, int length);
}
