package app.pitot.api;

/** What a piece of streamed text is. */
public enum Delta {
    ANSWER, REASONING
}
