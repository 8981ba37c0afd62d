package app.pitot.statistics;

import java.util.function.DoubleUnaryOperator;

/** Where a rising function takes a value. */
final class Root {
    private static final int STEPS = 200;
    private static final double EXACT = 1e-15;

    private Root() {}

    /**
     * By halving: slow and sure.
     *
     * @param low where {@code function} is not above {@code value}
     * @param high where it is not below
     */
    static double rising(DoubleUnaryOperator function, double value, double low, double high) {
        for (var step = 0; step < STEPS; step++) {
            var middle = low + (high - low) / 2;
            if (high - low <= EXACT * Math.abs(middle)) {
                break;
            }
            if (function.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
