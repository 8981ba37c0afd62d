package app.pitot.ui.controls;

/**
 * What was left over the last hour. Arrays are never changed once they are here.
 *
 * @param secondsAgo oldest first, descending to 0
 * @param left at each of these moments, in whatever the window counts
 * @param limits at each of these moments; negative where none is known
 * @param reported whether the provider said so
 * @param readings each in words, for whoever points at it
 * @param stepped true if what is left stays between two moments, false if it refills evenly
 * @param limitText the present limit as written, or null
 * @param oldest time of day at the left end, @param newest at the right end
 */
public record HourCurve(double[] secondsAgo, long[] left, long[] limits, boolean[] reported, String[] readings,
        boolean stepped, String limitText, String oldest, String newest) {
    /** Seconds that the chart is wide. */
    public static final double HOUR = 3_600;

    /** How many moments are known. */
    public int size() {
        return left.length;
    }
}
