package app.pitot.base;

/** Where a number on the screen comes from. */
public enum Provenance {
    /** The provider said so, in a header, a body or an error text. */
    REPORTED,
    /** A reported figure carried forward by our own arithmetic: refill, settled usage, requests in flight. */
    PROJECTED,
    /** Taken by our monotonic clock, or counted by us. */
    MEASURED,
    /** A model of ours, such as tokens guessed from text length. */
    ESTIMATED,
    /** Entered by the user. */
    SET,
    /** From a dated plan table shipped with the app. */
    PLANNED
}
