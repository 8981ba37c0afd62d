package app.pitot.ui.common;

/** Whether an endpoint answers, so far as is known. Texts: {@code health.<name>} in the bundle. */
public enum Health {
    /** Nothing has been asked of it yet. */
    UNKNOWN,
    /** It answered last time, if only with a refusal. */
    ANSWERS,
    /** It could not be reached last time. */
    SILENT
}
