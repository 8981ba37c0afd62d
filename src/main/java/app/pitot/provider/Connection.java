package app.pitot.provider;

import app.pitot.keys.KeySource;
import java.time.Duration;
import java.util.List;

/**
 * How an account's endpoint is reached.
 *
 * @param headers sent with every request to it; may be empty
 * @param proxy null to connect directly
 * @param certificatePem one or more additional CA certificates to trust for this account alone, as PEM; or null
 * @param waits null for the usual waiting times
 */
public record Connection(List<ExtraHeader> headers, Proxy proxy, String certificatePem, Waits waits) {
    /** Straight to the endpoint, with nothing added. */
    public static final Connection DIRECT = new Connection(List.of(), null, null, null);

    public Connection {
        headers = List.copyOf(headers);
    }

    /**
     * A header of the user's own.
     *
     * @param value null if it is a secret
     * @param secret where the value is read from at each request; null if it is none
     */
    public record ExtraHeader(String name, String value, KeySource secret) {}

    /**
     * A proxy on the way.
     *
     * @param port 1 to 65535
     * @param user null if it asks for none
     * @param password null if it asks for none
     */
    public record Proxy(Kind kind, String host, int port, String user, KeySource password) {
        /** What the proxy speaks. */
        public enum Kind {
            HTTP, SOCKS
        }
    }

    /** How long to wait for a connection, for the headers, and for the next byte of a body; each above zero. */
    public record Waits(Duration connect, Duration headers, Duration idle) {}
}
