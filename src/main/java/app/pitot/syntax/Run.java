package app.pitot.syntax;

/**
 * A part of a code that has a kind. Runs stand in order and never overlap; adjacent ones differ in their kind.
 *
 * @param from offset of its first character
 * @param to offset behind its last, above {@code from}
 */
public record Run(int from, int to, Kind kind) {}
