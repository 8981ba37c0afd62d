package app.pitot.exchange;

/** Where a running exchange stands. */
public enum Phase {
    /** Not sent yet, or about to be sent again: {@link RunningExchange#waiting} says what for. */
    QUEUED, CONNECTING,
    /** Sent; no token yet. */
    WAITING,
    /** A router is looking for a provider. */
    ROUTING,
    THINKING, WRITING, ENDED
}
