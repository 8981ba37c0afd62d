package app.pitot.ui.controls;

/**
 * Scales of a day chart: minutes to x, tokens to y.
 *
 * @param left x of the day's beginning, @param right x of its end
 * @param length minutes from one to the other
 * @param top y of {@code peak}, @param bottom y of 0
 * @param peak tokens at the top: the limit, or a little more than the use so far
 */
record DayChartGeometry(double left, double right, double length, double top, double bottom, double peak) {
    private static final double ABOVE = 14;
    private static final double BELOW = 16;
    private static final double SIDE = 5;

    static DayChartGeometry of(DayCurve day, double w, double h) {
        var most = (double) day.usedNow();
        for (var used : day.used()) {
            most = Math.max(most, used);
        }
        var peak = day.limit() == null ? Math.max(1, most * 1.25) : Math.max(1, day.limit());
        return new DayChartGeometry(SIDE, w - SIDE, Math.max(1, day.length()), ABOVE, h - BELOW, peak);
    }

    double x(double minute) {
        return left + (right - left) * Math.clamp(minute / length, 0, 1);
    }

    /** Use above the peak stays on the top line: the day cannot look better than refused. */
    double y(double tokens) {
        return bottom - (bottom - top) * Math.clamp(tokens / peak, 0, 1);
    }
}
