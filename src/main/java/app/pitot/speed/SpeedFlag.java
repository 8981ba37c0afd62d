package app.pitot.speed;

/** Why a speed is absent or to be read with care. Texts: {@code speed.flag.<name>} in the bundle. */
public enum SpeedFlag {
    /** One arrival, or a window under 50 ms: no speed. */
    ARRIVED_AT_ONCE,
    /** Most of the text came in one burst after a long wait: no speed. */
    BUFFERED,
    /** Fewer than 50 tokens, under 100 ms, or more than a quarter of the text in the first arrival: shown in grey. */
    SMALL_SAMPLE,
    /** Tokens were counted that were not streamed as text. */
    HIDDEN_REASONING,
    /** Cut at max tokens. */
    CUT_AT_LIMIT,
    /** Lost, stopped or broken in mid-stream. */
    TRUNCATED,
    /** The prompt came from the provider's cache in part. */
    PROMPT_CACHED,
    /** No output tokens: no speeds. */
    NO_OUTPUT
}
