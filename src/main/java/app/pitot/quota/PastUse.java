package app.pitot.quota;

import java.time.Instant;

/**
 * One earlier request, as the ledger remembers it.
 *
 * @param at when it was sent
 * @param tokens charged: prompt plus completion
 * @param cachedTokens of these, read from the prompt cache
 * @param refused true if a quota refused it
 */
public record PastUse(Instant at, long tokens, long cachedTokens, boolean refused) {}
