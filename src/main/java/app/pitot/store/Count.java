package app.pitot.store;

/** What is counted of requests, in the order of the columns. */
enum Count {
    REQUESTS, SENT, COMPLETE, TRUNCATED, STOPPED, REFUSED, LIMITED, TOO_LONG, FAILED, PROMPT_TOKENS, COMPLETION_TOKENS,
    REASONING_TOKENS, CACHED_TOKENS, ESTIMATED, UNKNOWN, COST_MICROS, REPORTED_MICROS, PRICED, DAMAGED, JUMPS;

    private static final Count[] ALL = values();

    static int number() {
        return ALL.length;
    }

    String column() {
        return Stored.word(this);
    }
}
