package app.pitot.provider;

/**
 * "At most {@code value} of {@code metric} per {@code period}".
 *
 * @param value at least 1
 */
public record Limit(Metric metric, Period period, long value, Refill refill) {}
