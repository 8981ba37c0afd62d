package app.pitot.api;

/**
 * One step on the way to an endpoint, as the connection test saw it.
 *
 * @param nanos how long it took; null if it did not happen
 * @param detail what was found or what went wrong, in a sentence or a few words for the user; never null
 */
public record CheckStep(Kind kind, State state, Long nanos, String detail) {
    /** In the order in which they happen. */
    public enum Kind {
        DNS, PROXY, TCP, TLS, HTTP, MODELS
    }

    /** How it went. */
    public enum State {
        OK, FAILED,
        /** Not needed, such as TLS for http, or the name lookup that a proxy does. */
        SKIPPED,
        /** Not reached, because one before it failed. */
        NOT_REACHED
    }
}
