package app.pitot.exchange;

/** Where a running exchange stands. */
public enum Phase {
    CONNECTING,
    /** Sent; no token yet. */
    WAITING,
    THINKING, WRITING, ENDED
}
