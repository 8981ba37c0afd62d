package app.pitot.api;

/** How one request ended. */
public enum Outcome {
    /** A finish reason or [DONE] was seen. */
    COMPLETE,
    /** The stream began and ended without one; what came is kept. */
    TRUNCATED,
    /** The user stopped it. */
    STOPPED,
    /** The provider answered with an error before the stream. */
    REFUSED,
    /** No answer: network, TLS, time-out, or a defect. */
    FAILED
}
