package app.pitot.provider;

/**
 * What the user says of one limit of a plan.
 *
 * @param value at least 1; null for "there is no such limit"
 */
public record LimitEdit(Metric metric, Period period, Long value) {}
