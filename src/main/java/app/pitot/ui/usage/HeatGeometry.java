package app.pitot.ui.usage;

/**
 * Where the hours of the week stand.
 *
 * @param left x of the first hour, @param top y of Monday
 * @param w width of an hour, @param h height of a day
 */
record HeatGeometry(double left, double top, double w, double h) {
    private static final double WORDS = 32;
    private static final double BELOW = 16;
    private static final double MOST = 30;

    static HeatGeometry of(double width, double height) {
        return new HeatGeometry(WORDS, 2, Math.max(1, (width - WORDS - 2) / Heat.HOURS),
                Math.clamp((height - BELOW - 2) / Heat.DAYS, 1, MOST));
    }

    double x(double hour) {
        return left + w * hour;
    }

    double y(int day) {
        return top + h * day;
    }

    double bottom() {
        return y(Heat.DAYS);
    }

    /** The hour of the week at a point, counted from Monday's first; -1 beside them. */
    int at(double x, double y) {
        int hour = (int) Math.floor((x - left) / w);
        int day = (int) Math.floor((y - top) / h);
        return hour < 0 || hour >= Heat.HOURS || day < 0 || day >= Heat.DAYS ? -1 : day * Heat.HOURS + hour;
    }
}
