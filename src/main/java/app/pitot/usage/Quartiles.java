package app.pitot.usage;

/**
 * How values are spread, each to 1 %.
 *
 * @param count of values, at least 1
 */
public record Quartiles(long count, double low, double median, double high) {}
