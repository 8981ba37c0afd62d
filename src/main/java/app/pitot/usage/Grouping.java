package app.pitot.usage;

/** By what usage is told apart. */
public enum Grouping {
    /** A model of the same id at two providers is two. */
    MODEL, PROVIDER, ACCOUNT
}
