package app.pitot.provider;

/** What a limit counts. */
public enum Metric {
    REQUESTS,
    /** All tokens, prompt and completion. */
    TOKENS,
    /** Tokens without those read from the prompt cache. */
    UNCACHED_TOKENS,
    /** Money, counted in millionths of a US dollar. */
    USD;

    /** True for both ways to count tokens. */
    public boolean isTokens() {
        return this == TOKENS || this == UNCACHED_TOKENS;
    }
}
