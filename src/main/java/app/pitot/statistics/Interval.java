package app.pitot.statistics;

/**
 * A range that holds the true value with some confidence.
 *
 * @param low not above {@code high}
 * @param level confidence, above 0 and below 1, such as 0.95
 */
public record Interval(double low, double high, double level) {
    /** True if {@code value} lies in it, its ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
