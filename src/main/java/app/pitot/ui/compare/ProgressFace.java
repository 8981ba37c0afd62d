package app.pitot.ui.compare;

/**
 * How far a run is.
 *
 * @param at which round it is, in words
 * @param share done so far, 0 to 1
 * @param rest how long it takes and what it waits for, in words
 */
public record ProgressFace(String at, double share, String rest) {}
