package app.pitot.provider;

/**
 * A limit that a provider stated otherwise than the plan, and that the user did not take over.
 *
 * @param reported as the provider stated it; null for "there is no limit"
 */
public record KeptLimit(String accountId, Metric metric, Period period, Long reported) {}
