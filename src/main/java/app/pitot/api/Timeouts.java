package app.pitot.api;

import java.time.Duration;

/**
 * How long the wire waits. There is no limit on a whole answer: long ones are healthy.
 *
 * @param connect for name lookup, TCP and TLS together
 * @param headers from the request's last byte to the end of the response headers
 * @param idle for the next byte of a body that has begun; keep-alive comments count as bytes
 */
public record Timeouts(Duration connect, Duration headers, Duration idle) {
    /** 10 s, 60 s and 60 s. */
    public static Timeouts defaults() {
        return new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
