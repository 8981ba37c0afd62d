package app.pitot.statistics;

/**
 * How far two series differ in how much they vary. The difference of two that vary alike is not skewed, as the tails of both
 * cancel; one that varies alone leaves the difference its tail.
 */
final class Unlike {
    /** So much correlation comes by chance, too. */
    private static final double ALIKE = 0.5;
    private static final double CERTAIN = 0.7;
    /** From so many rounds on they themselves tell. */
    private static final double ENOUGH = 12;
    private static final double TOO_FEW = 6;

    private Unlike() {}

    /**
     * By Pitman and Morgan: difference and sum are correlated as far as one varies more than the other. Steps from round to
     * round are looked at, so that what moves both series slowly does not hide it. Fewer rounds than it takes to tell are
     * taken for unlike.
     *
     * @param differences of the two, in the order of time
     * @param sums of the same values
     * @return 0 if they vary alike, to 1 if it is clear that they do not
     */
    static double share(double[] differences, double[] sums) {
        var told = Math.abs(Series.correlation(steps(differences), steps(sums)));
        var few = (ENOUGH - differences.length) / (ENOUGH - TOO_FEW);
        return Math.clamp(Math.max(few, (told - ALIKE) / (CERTAIN - ALIKE)), 0, 1);
    }

    private static double[] steps(double[] values) {
        var steps = new double[Math.max(0, values.length - 1)];
        for (var i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }
}
