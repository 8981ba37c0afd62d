package app.pitot.ui.transcript;

import java.util.Arrays;

/** Widths of table columns. */
final class Columns {
    private static final double NARROWEST = 40;

    private Columns() {}

    /** {@code wanted} if they fit, else the wide ones cut to a common width so that the narrow ones stay whole. */
    static double[] fit(double[] wanted, double available) {
        if (Arrays.stream(wanted).sum() <= available) {
            return wanted;
        }
        double left = available;
        int open = wanted.length;
        var sorted = wanted.clone();
        Arrays.sort(sorted);
        for (double width : sorted) {
            if (width * open > left) {
                break;
            }
            left -= width;
            open--;
        }
        double most = open == 0 ? available : Math.max(NARROWEST, Math.floor(left / open));
        return Arrays.stream(wanted).map(width -> Math.min(width, most)).toArray();
    }
}
