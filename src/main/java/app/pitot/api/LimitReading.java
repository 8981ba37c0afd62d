package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;

/**
 * One window as a response header (or an error text) described it.
 *
 * @param metric TOKENS where the header does not tell cached from uncached
 * @param period null if the header does not say and the dialect does not know
 * @param limit null if absent or unreadable
 * @param remaining null if absent, negative or unreadable
 * @param resetSeconds seconds from receipt, 0 or more; null if absent or unreadable
 */
public record LimitReading(Metric metric, Period period, Long limit, Long remaining, Double resetSeconds) {}
