package app.pitot.compare;

import java.time.Instant;

/**
 * A comparison under a name, to be run again.
 *
 * @param id unique for ever: a UUID
 * @param name as the user calls it, not blank
 */
public record SavedSet(String id, String name, ComparisonSetup setup, Instant changedAt) {}
