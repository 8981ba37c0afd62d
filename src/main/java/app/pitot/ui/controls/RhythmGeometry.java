package app.pitot.ui.controls;

import java.util.Arrays;

/**
 * Where the bars of a rhythm strip stand.
 *
 * @param x left edges, @param width of each bar, @param height of each bar
 * @param clipped true for a bar whose amount is beyond the strip's height
 */
record RhythmGeometry(double[] x, double[] width, double[] height, boolean[] clipped) {
    /** Slots across the whole strip. */
    static final int SLOTS = 64;
    private static final double GAP = 1;
    /** A slice without text is still there to be seen. */
    private static final double FLOOR = 2;
    /** Fewer bars than this are all shown to scale. */
    private static final int FEW = 8;
    private static final double COMMON = 0.95;
    private static final double HEADROOM = 1.5;

    /**
     * @param bars amounts, oldest first, at most {@link #SLOTS}
     * @param whole the bars fill the width, however few; else they grow from the left
     * @param w width, @param h height of the strip
     * @param scale device pixels per unit
     */
    static RhythmGeometry of(int[] bars, boolean whole, double w, double h, double scale) {
        var count = Math.min(bars.length, SLOTS);
        var slots = whole ? Math.max(1, count) : SLOTS;
        var top = top(bars);
        var x = new double[count];
        var width = new double[count];
        var height = new double[count];
        var clipped = new boolean[count];
        for (var i = 0; i < count; i++) {
            var amount = bars[bars.length - count + i];
            x[i] = snap(w * i / slots, scale);
            width[i] = Math.max(1 / scale, snap(w * (i + 1) / slots, scale) - x[i] - GAP);
            clipped[i] = amount > top;
            height[i] = Math.max(FLOOR, snap(h * Math.min(1, amount / top), scale));
        }
        return new RhythmGeometry(x, width, height, clipped);
    }

    /**
     * The amount that reaches the top: the largest, unless it stands out so far that it would press all others to the
     * ground; then somewhat more than what nineteen of twenty stay below.
     */
    private static double top(int[] bars) {
        var sorted = Arrays.stream(bars).filter(b -> b > 0).sorted().toArray();
        if (sorted.length == 0) {
            return 1;
        }
        var most = (double) sorted[sorted.length - 1];
        return sorted.length < FEW
                ? most
                : Math.min(most, HEADROOM * sorted[(int) (COMMON * (sorted.length - 1))]);
    }

    private static double snap(double v, double scale) {
        return Math.round(v * scale) / scale;
    }
}
