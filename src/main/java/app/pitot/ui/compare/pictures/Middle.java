package app.pitot.ui.compare.pictures;

import java.util.Arrays;

/** The middle of some figures. */
final class Middle {
    private Middle() {}

    /** The median of {@code values}, in any order; NaN of none. */
    static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
