package app.pitot.ui.compare.pictures;

/**
 * Rows below each other, one for each lane, with a letter before and an axis under them.
 *
 * @param left x where the scale begins, @param right x where it ends
 * @param top y of the first row's upper edge
 * @param pitch height of a row
 * @param count how many rows
 */
record RowsGeometry(double left, double right, double top, double pitch, int count) {
    /** Room for a letter. */
    static final double LETTER = 22;
    static final double AXIS = 22;
    private static final double MOST_PITCH = 46;
    private static final double TOP = 4;

    /** @param before room before the scale, @param behind room behind it */
    static RowsGeometry of(int count, double w, double h, double before, double behind) {
        var pitch = Math.min(MOST_PITCH, (h - TOP - AXIS) / Math.max(1, count));
        return new RowsGeometry(before, Math.max(before + 1, w - behind), TOP, pitch, count);
    }

    /** Middle of a row. */
    double y(int row) {
        return top + pitch * (row + 0.5);
    }

    double bottom() {
        return top + pitch * count;
    }

    double x(double part) {
        return left + (right - left) * part;
    }

    /** Size of the letters: smaller where rows are thin, never too small to be read. */
    double font() {
        return pitch < 15 ? 10.5 : 11.5;
    }
}
