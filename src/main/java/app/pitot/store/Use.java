package app.pitot.store;

/**
 * What the requests of one account and model in one stretch of time come to, packed. Nobody changes the arrays.
 *
 * @param counts in the order of {@link Count}
 * @param limitedBy as {@link LimitedBy} writes it
 * @param ttft bytes of a {@link Spread}
 * @param speed the same
 */
record Use(UseKey key, long[] counts, String limitedBy, byte[] ttft, byte[] speed) {
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
