package app.pitot.advice;

/** What a signal says, the graver the later. */
public enum Verdict {
    /** Not enough is known. */
    UNKNOWN, FINE, WATCH,
    /** The plan has become too small. */
    CHANGE
}
