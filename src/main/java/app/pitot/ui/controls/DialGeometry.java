package app.pitot.ui.controls;

/**
 * Where things are on the speed dial: a 240° arc from lower left over the top to lower right, logarithmic from 10 to
 * 10,000 tokens/s. Angles in degrees, anticlockwise from three o'clock.
 *
 * @param centreX of the arc
 * @param centreY of the arc
 * @param radius of the arc's centre line
 */
record DialGeometry(double centreX, double centreY, double radius) {
    static final double START = 210;
    static final double SWEEP = 240;
    static final double MIN = 10;
    static final double MAX = 10_000;
    static final double STROKE = 8;
    /** Space outside the arc for the mark of the median. */
    static final double MARGIN = 14;

    /** The largest dial that fits into {@code w} by {@code h}, centred. */
    static DialGeometry fit(double w, double h) {
        // Below the centre the arc reaches down half its radius (sin 30°) plus half its stroke.
        var byHeight = (h - MARGIN - STROKE / 2) / 1.5;
        var radius = Math.max(1, Math.min(byHeight, w / 2 - MARGIN));
        return new DialGeometry(w / 2, MARGIN + radius, radius);
    }

    /** 0 at 10 tokens/s or less, 1 at 10,000 or more. */
    static double fraction(double tokensPerSecond) {
        if (!(tokensPerSecond > MIN)) {
            return 0;
        }
        return Math.min(1, Math.log10(tokensPerSecond / MIN) / Math.log10(MAX / MIN));
    }

    static double angle(double fraction) {
        return START - SWEEP * fraction;
    }

    double x(double fraction, double distance) {
        return centreX + Math.cos(Math.toRadians(angle(fraction))) * distance;
    }

    double y(double fraction, double distance) {
        return centreY - Math.sin(Math.toRadians(angle(fraction))) * distance;
    }
}
