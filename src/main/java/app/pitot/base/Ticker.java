package app.pitot.base;

/** The monotonic clock. Every duration in Pitot is a difference of two readings of one ticker. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary origin; never goes back. Safe from any thread. */
    long nanos();

    /** The machine's own monotonic clock. */
    static Ticker system() {
        return System::nanoTime;
    }
}
