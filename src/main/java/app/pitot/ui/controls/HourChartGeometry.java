package app.pitot.ui.controls;

/**
 * Scales of an hour chart: seconds ago to x, what is left to y.
 *
 * @param left x of an hour ago, @param right x of now
 * @param top y of {@code peak}, @param bottom y of 0
 * @param peak the highest limit or level of the hour, at least 1
 */
record HourChartGeometry(double left, double right, double top, double bottom, double peak) {
    private static final double ABOVE = 15;
    private static final double BELOW = 16;
    private static final double SIDE = 5;

    static HourChartGeometry of(HourCurve curve, double w, double h) {
        var peak = 1L;
        for (var i = 0; i < curve.size(); i++) {
            peak = Math.max(peak, Math.max(curve.left()[i], curve.limits()[i]));
        }
        return new HourChartGeometry(SIDE, w - SIDE, ABOVE, h - BELOW, peak);
    }

    double x(double secondsAgo) {
        return right - (right - left) * Math.clamp(secondsAgo / HourCurve.HOUR, 0, 1);
    }

    double y(double amount) {
        return bottom - (bottom - top) * Math.clamp(amount / peak, 0, 1);
    }

    /** Which moment lies nearest to {@code x}; -1 if none is known. */
    int nearest(HourCurve curve, double x) {
        var best = -1;
        for (var i = 0; i < curve.size(); i++) {
            if (best < 0 || Math.abs(x(curve.secondsAgo()[i]) - x) <= Math.abs(x(curve.secondsAgo()[best]) - x)) {
                best = i;
            }
        }
        return best;
    }
}
