package app.pitot.store;

import java.util.Map;

/**
 * What requests of one stretch of time come to, packed. Nobody changes the arrays.
 *
 * @param key whose they are; null for several
 * @param counts in the order of {@link Count}
 * @param ttft bytes of a {@link Spread}
 * @param speed the same
 */
record Use(UseKey key, long[] counts, Map<String, Long> limitedBy, byte[] ttft, byte[] speed) {
    Use {
        limitedBy = Map.copyOf(limitedBy);
    }

    long counted(Count what) {
        return counts[what.ordinal()];
    }

    long tokens() {
        return counted(Count.PROMPT_TOKENS) + counted(Count.COMPLETION_TOKENS);
    }

    /** All rows of the ledger that are in it. */
    long rows() {
        return counted(Count.REQUESTS) + counted(Count.DAMAGED);
    }
}
