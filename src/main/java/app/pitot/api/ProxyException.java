package app.pitot.api;

import java.io.IOException;

/** A proxy did not let a connection through. */
final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    /** In what way. */
    enum Reason {
        /** The proxy itself cannot be reached. */
        UNKNOWN, UNREACHABLE, SILENT,
        /** It does not speak the protocol that it should. */
        NONSENSE,
        /** It wants a user name and password, or others. */
        LOGIN,
        /** It does not open connections to this host. */
        FORBIDDEN,
        /** It could not reach the host. */
        NO_ROUTE
    }

    private final Reason reason;

    ProxyException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
