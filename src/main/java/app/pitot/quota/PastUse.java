package app.pitot.quota;

import java.time.Instant;

/**
 * One earlier request, as the ledger remembers it.
 *
 * @param at when it was sent
 * @param tokens charged: prompt plus completion
 * @param cachedTokens of these, read from the prompt cache
 * @param refused true if a quota refused it
 * @param costMicros millionths of a US dollar; 0 if unknown
 */
public record PastUse(Instant at, long tokens, long cachedTokens, boolean refused, long costMicros) {
    /** Of unknown cost. */
    public PastUse(Instant at, long tokens, long cachedTokens, boolean refused) {
        this(at, tokens, cachedTokens, refused, 0);
    }
}
