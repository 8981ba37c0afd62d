package app.pitot.history;

/**
 * A system prompt and parameters under a name. Account and model of {@code setup} are null.
 *
 * @param name as the user calls it, unique, not blank
 */
public record Preset(String name, Setup setup) {}
