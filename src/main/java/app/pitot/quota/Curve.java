package app.pitot.quota;

/**
 * Use since a day or month began, for a chart.
 *
 * @param minutes after the beginning, ascending: the beginning, each minute with a change, and now
 * @param used by then, ascending; as many as {@code minutes}
 */
public record Curve(int[] minutes, long[] used) {
    /** Not drawn. */
    static final Curve NONE = new Curve(new int[0], new long[0]);
}
