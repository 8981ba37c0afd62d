package app.pitot.base;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The two clocks that the app reads, always injected: {@code ticker} for durations, {@code wall} for calendar windows
 * and the ledger.
 *
 * @param ticker monotonic nanoseconds, never null
 * @param wall UTC time of day, never null
 */
public record Clocks(Ticker ticker, InstantSource wall) {
    /** The clocks of this machine. */
    public static Clocks system() {
        return new Clocks(Ticker.system(), InstantSource.system());
    }

    /** Monotonic nanoseconds. */
    public long nanos() {
        return ticker.nanos();
    }

    /** UTC now. */
    public Instant now() {
        return wall.instant();
    }
}
