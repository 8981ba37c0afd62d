package app.pitot.ui.controls;

/**
 * Edges of a gauge bar in pixels from its left: used, then what comes back soon, then what requests in flight hold.
 *
 * @param solid end of the part that stays used
 * @param coming end of the part that is about to come back
 * @param reserved end of the hatched part
 */
record GaugeGeometry(double solid, double coming, double reserved) {
    /**
     * @param width of the whole bar
     * @param used share of the limit, 0 to 1, including what comes back
     * @param refill share that comes back soon, at most {@code used}
     * @param held share held by requests in flight
     * @param scale device pixels per unit: edges fall on whole ones
     */
    static GaugeGeometry of(double width, double used, double refill, double held, double scale) {
        var all = Math.clamp(used, 0, 1);
        var soon = Math.clamp(refill, 0, all);
        var end = Math.clamp(all + Math.max(0, held), all, 1);
        return new GaugeGeometry(snap(width * (all - soon), scale), snap(width * all, scale), snap(width * end, scale));
    }

    private static double snap(double v, double scale) {
        return Math.round(v * scale) / scale;
    }
}
