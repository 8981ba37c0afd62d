package app.pitot.ui.controls;

/** Where the bars of a rhythm strip stand. */
record RhythmGeometry(double[] x, double[] height, double barWidth) {
    /** Slots across the whole strip; fewer bars fill it from the left. */
    static final int SLOTS = 64;
    private static final double GAP = 1;
    /** A slice without text is still there to be seen. */
    private static final double FLOOR = 2;

    /**
     * @param bars amounts, oldest first, at most {@link #SLOTS}
     * @param w width, @param h height of the strip
     * @param scale device pixels per unit
     */
    static RhythmGeometry of(int[] bars, double w, double h, double scale) {
        var count = Math.min(bars.length, SLOTS);
        var slots = Math.max(SLOTS, count);
        var x = new double[count];
        var height = new double[count];
        var max = 1;
        for (var bar : bars) {
            max = Math.max(max, bar);
        }
        for (var i = 0; i < count; i++) {
            x[i] = Math.round(w * i / slots * scale) / scale;
            height[i] = Math.max(FLOOR, Math.round(h * bars[bars.length - count + i] / max * scale) / scale);
        }
        return new RhythmGeometry(x, height, Math.max(1 / scale, Math.floor((w / slots - GAP) * scale) / scale));
    }
}
