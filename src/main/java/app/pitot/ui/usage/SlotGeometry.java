package app.pitot.ui.usage;

/**
 * Where the slots of a chart over time stand.
 *
 * @param left x of the first one's beginning, @param right x of the last one's end
 * @param top y of the highest value, @param bottom y of the lowest
 * @param count how many, at least 1
 */
record SlotGeometry(double left, double right, double top, double bottom, int count) {
    private static final double SIDE = 4;
    private static final double ABOVE = 8;
    private static final double BELOW = 18;
    private static final double MOST_BAR = 34;
    /** From this pitch on there is room for a gap between bars. */
    private static final double ROOM_FOR_GAP = 3;

    /** @param words room for the values at the left */
    static SlotGeometry of(int count, double words, double w, double h) {
        return new SlotGeometry(words, Math.max(words + 1, w - SIDE), ABOVE, Math.max(ABOVE + 1, h - BELOW),
                Math.max(1, count));
    }

    double pitch() {
        return (right - left) / count;
    }

    /** Middle of a slot. */
    double x(int slot) {
        return left + pitch() * (slot + 0.5);
    }

    double bar() {
        double pitch = pitch();
        return pitch < ROOM_FOR_GAP ? pitch : Math.min(MOST_BAR, pitch * 0.72);
    }

    double y(double part) {
        return bottom - (bottom - top) * part;
    }

    /** Which slot is at {@code x}; -1 beside them. */
    int slot(double x) {
        return x < left || x >= right ? -1 : Math.min(count - 1, (int) ((x - left) / pitch()));
    }
}
