package app.pitot.api;

/**
 * What opening the connection took, in nanoseconds; null where it did not happen or is not known.
 *
 * @param reused true if the request went over a connection that was open already
 * @param protocol such as {@code http/1.1} or {@code h2}
 */
public record ConnectionTiming(boolean reused, Long dnsNanos, Long tcpNanos, Long tlsNanos, String protocol) {}
