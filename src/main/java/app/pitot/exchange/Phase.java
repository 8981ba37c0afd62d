package app.pitot.exchange;

/** Where a running exchange stands. */
public enum Phase {
    CONNECTING,
    /** Sent; no token yet. */
    WAITING,
    /** A router is looking for a provider. */
    ROUTING,
    THINKING, WRITING, ENDED
}
