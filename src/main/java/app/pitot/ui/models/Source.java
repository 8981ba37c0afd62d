package app.pitot.ui.models;

/**
 * Where the list of one account comes from.
 *
 * @param words the account, the age of its list, and what went wrong with it
 * @param failed true if the last attempt to read it failed
 */
record Source(String words, boolean failed) {}
