package app.pitot.ui.transcript;

import app.pitot.base.Ticker;

/**
 * Lets a key reach the screen first: to paint the whole transcript takes as long as everything else together, so text that
 * streams waits for the pulse after the key's. While somebody types fast, or holds a key, only for every third pulse.
 */
final class Typing {
    /** Nearly a pulse. */
    private static final long WAIT_NANOS = 15_000_000;
    private static final long BETWEEN_NANOS = 48_000_000;

    private final Ticker ticker;
    private long pressed;
    private boolean known;

    Typing(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A key was pressed somewhere in the window. */
    void pressed() {
        long now = ticker.nanos();
        if (!known || now - pressed >= BETWEEN_NANOS) {
            pressed = now;
            known = true;
        }
    }

    /** True if this pulse belongs to a key. */
    boolean first() {
        return known && ticker.nanos() - pressed < WAIT_NANOS;
    }
}
