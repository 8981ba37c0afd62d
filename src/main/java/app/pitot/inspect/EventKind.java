package app.pitot.inspect;

/** What an event of a stream brought; the first that fits. */
public enum EventKind {
    /** Lines that begin with a colon, which keep the connection alive. */
    COMMENT,
    /** The mark at the end. */
    DONE, ERROR, TOOL_CALL, ANSWER, REASONING, USAGE,
    /** Why the model stopped. */
    FINISH,
    /** Whose turn it is, without text. */
    ROLE,
    /** JSON of another kind. */
    OTHER, NOT_JSON
}
