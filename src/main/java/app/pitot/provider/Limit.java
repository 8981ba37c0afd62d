package app.pitot.provider;

/**
 * "At most {@code value} of {@code metric} per {@code period}".
 *
 * @param value at least 1
 * @param set true if the user entered the value, false if it stands in the plan
 */
public record Limit(Metric metric, Period period, long value, Refill refill, boolean set) {
    /** A limit as the plan has it. */
    public Limit(Metric metric, Period period, long value, Refill refill) {
        this(metric, period, value, refill, false);
    }
}
