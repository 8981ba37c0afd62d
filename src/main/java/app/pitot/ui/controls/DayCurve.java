package app.pitot.ui.controls;

/**
 * What a day chart draws. Times are minutes since the day began.
 *
 * @param limit the day's limit, or null
 * @param limitText as written on the limit line; null without a limit
 * @param minutes of the samples, ascending
 * @param used at those minutes
 * @param nowMinute where the curve ends
 * @param usedNow use so far
 * @param runsOutMinute when the forecast meets the limit; null if it does not today
 * @param runsOutText that time as written, or null
 */
public record DayCurve(Long limit, String limitText, int[] minutes, long[] used, double nowMinute, long usedNow,
        Double runsOutMinute, String runsOutText) {
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;
}
