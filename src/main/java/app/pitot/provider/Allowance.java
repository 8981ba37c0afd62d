package app.pitot.provider;

/** What a provider allows in one window, so far as it said. */
public enum Allowance {
    /** A limit with a number. */
    LIMITED,
    /** The provider said that there is no limit. */
    UNLIMITED,
    /** The plan has no quota at all: waiting does not help. */
    BLOCKED,
    /** It did not say, or not readably. */
    UNKNOWN
}
