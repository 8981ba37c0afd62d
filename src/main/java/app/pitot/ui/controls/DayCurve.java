package app.pitot.ui.controls;

import java.util.List;

/**
 * What a day chart draws. Times are minutes since the day began.
 *
 * @param length minutes from the day's beginning to its reset: 23 or 25 hours where the clocks change
 * @param ticks of the axis, ascending
 * @param limit the day's limit, or null
 * @param limitText as written on the limit line; null without a limit
 * @param minutes of the samples, ascending
 * @param used at those minutes
 * @param nowMinute where the curve ends
 * @param usedNow use so far
 * @param runsOutMinute when the forecast meets the limit; null if it does not today
 * @param runsOutText that time as written, or null
 */
public record DayCurve(double length, List<Tick> ticks, Long limit, String limitText, int[] minutes, long[] used,
        double nowMinute, long usedNow, Double runsOutMinute, String runsOutText) {
    /** Minutes of a usual day. */
    public static final double DAY = 24 * 60;

    public DayCurve {
        ticks = List.copyOf(ticks);
    }

    /** A place on the axis, with the hour that the user's clock shows there. */
    public record Tick(double minute, String text) {}

    /** Nothing is known. */
    public static DayCurve empty() {
        return new DayCurve(DAY, List.of(), null, null, new int[0], new long[0], 0, 0, null, null);
    }
}
