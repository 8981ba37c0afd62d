package app.pitot.quota;

/**
 * A complete reply whose use the provider counted.
 *
 * @param reservedTokens what its request set aside
 * @param promptTokens as reported
 * @param completionTokens as reported
 */
public record PastReply(long reservedTokens, long promptTokens, long completionTokens) {}
