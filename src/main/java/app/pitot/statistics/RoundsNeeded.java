package app.pitot.statistics;

/** How many paired rounds a difference needs. */
final class RoundsNeeded {
    private static final double POWER = 0.8;

    private RoundsNeeded() {}

    /**
     * @param difference to be found, of logarithms, 0 or more
     * @param deviation of single rounds, of logarithms
     * @param error of the test
     * @return null if more than {@code most}
     */
    static Integer of(double difference, double deviation, double error, int most) {
        if (deviation <= 0) {
            return PairedRatio.FEWEST_ROUNDS;
        }
        if (!enough(most, difference, deviation, error)) {
            return null;
        }
        var low = PairedRatio.FEWEST_ROUNDS - 1;
        var high = most;
        while (high - low > 1) {
            var middle = (low + high) / 2;
            if (enough(middle, difference, deviation, error)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean enough(int rounds, double difference, double deviation, double error) {
        return difference * Math.sqrt(rounds) >= deviation
                * (StudentT.quantile(error, rounds - 1) + Normal.quantile(POWER));
    }
}
