package app.pitot.statistics;

import java.util.Arrays;

/**
 * How many times as large the values of one series are as those of another, round by round: the mean of
 * {@code d = ln(x ÷ y)} and what its error can be.
 *
 * <p>The interval is Student's as long as both series vary alike: then {@code d} is not skewed, whatever the noise is. As far as one
 * varies more than the other, it is stretched to the percentile bootstrap over rounds, widened for small samples, and on the
 * side of the longer tail with Hall's correction for skewness; why so and what was measured is in
 * {@code src/docs/decisions/0017-statistics.md}.
 */
public final class PairedRatio {
    /** Below this nothing is said of the error. */
    public static final int FEWEST_ROUNDS = 6;

    private static final double USUAL_ERROR = 0.05;
    /** A skewness that does not move the median as well is that of one value far out: it counts at most so much (Pearson's rule). */
    private static final double SKEWNESS_PER_SHIFT = 3;
    /** What the widened percentiles reach of Student's interval where they are not at the end of the values. */
    private static final double STUDENT_SHARE = 0.97;
    private static final double MOST_DEVIATIONS = 1e9;
    private static final double FARTHEST_LOG = 700;

    private final double[] differences;
    private final double[] resampled;
    private final double alikeness;
    private final boolean fromBlocks;
    private final double mean;
    private final double median;
    private final double standardError;
    private final double unlike;
    private final double skewness;
    private final boolean medianTold;

    /**
     * @param differences of the logarithms, by round; at least one
     * @param sums of the same logarithms
     * @param resampled means of their resamples, rising; not asked for below {@link #FEWEST_ROUNDS}
     * @param fromBlocks true if rounds that follow each other were resampled together
     */
    PairedRatio(double[] differences, double[] sums, double[] resampled, boolean fromBlocks) {
        this.differences = differences;
        this.resampled = resampled;
        this.fromBlocks = fromBlocks;
        alikeness = Series.alikeness(differences);
        mean = Arrays.stream(differences).average().orElseThrow();
        median = Quantiles.median(differences);
        var spread = Moments.spread(differences);
        var plain = spread / Math.sqrt(differences.length - 1.0);
        standardError = differences.length < 2 ? 0 : fromBlocks ? Math.max(plain, blockError()) : plain;
        unlike = Unlike.share(differences, sums);
        skewness = spread > 0 && rounds() > 2 ? unlike * skewness(spread) : 0;
        medianTold = rounds() >= FEWEST_ROUNDS && medianIsFar();
    }

    public int rounds() {
        return differences.length;
    }

    /** Above 0. */
    public double ratio() {
        return exp(medianTold ? median : mean);
    }

    /** True if {@link #ratio} is by the median, as the mean is too far from it to stand for the rounds. */
    public boolean byMedian() {
        return medianTold;
    }

    /** Lag-1 autocorrelation of the differences. */
    public double alikeness() {
        return alikeness;
    }

    /** True if the interval is taken from blocks of rounds that follow each other. */
    public boolean fromBlocks() {
        return fromBlocks;
    }

    /** Rank correlation of the differences with time. */
    public double drift() {
        return Series.drift(differences);
    }

    /**
     * Of the ratio.
     *
     * @param error chance that it does not hold the truth: above 0, below 1
     * @return null below {@link #FEWEST_ROUNDS}
     */
    public Interval interval(double error) {
        if (rounds() < FEWEST_ROUNDS) {
            return null;
        }
        var t = StudentT.quantile(error, rounds() - 1);
        return new Interval(exp(low(t)), exp(high(t)), 1 - error);
    }

    /** The smallest {@code error} at which {@link #interval} does not hold 1; 1 below {@link #FEWEST_ROUNDS}. */
    public double chance() {
        if (rounds() < FEWEST_ROUNDS || !excludesOne(0)) {
            return 1;
        }
        if (excludesOne(MOST_DEVIATIONS)) {
            return 0;
        }
        var t = Root.rising(x -> excludesOne(Math.exp(x)) ? 0 : 1, 1, Math.log(1e-9), Math.log(MOST_DEVIATIONS));
        return StudentT.outside(Math.exp(t), rounds() - 1);
    }

    /**
     * About how many rounds it takes in all until {@code error} suffices to tell whether the ratio is 1 or within
     * {@code tie} of it, with a chance of 80 %, if the rounds to come are like these.
     *
     * @param tie a ratio above 1, such as 1.05
     * @return null below two rounds, or if more than {@code most}
     */
    public Integer roundsNeeded(double error, double tie, int most) {
        if (rounds() < 2) {
            return null;
        }
        var centre = Math.abs(Math.log(ratio()));
        // Either a difference is found, or the interval fits into what counts as none.
        var far = Math.max(centre, Math.log(tie) - centre);
        var deviation = standardError * Math.sqrt(rounds());
        return RoundsNeeded.of(far, deviation, error, most);
    }

    private boolean excludesOne(double t) {
        return low(t) > 0 || high(t) < 0;
    }

    private double low(double t) {
        var low = mean - Math.max(unlike * (mean - quantile(-t)),
                standardError * Math.max(unskewed(t), STUDENT_SHARE * t));
        return medianTold ? Math.min(low, median) : low;
    }

    private double high(double t) {
        var high = mean + Math.max(unlike * (quantile(t) - mean),
                standardError * Math.max(-unskewed(-t), STUDENT_SHARE * t));
        return medianTold ? Math.max(high, median) : high;
    }

    /** Of the resamples, at Student's {@code t}: they spread less than the truth by √((k−1)/k). */
    private double quantile(double t) {
        return Quantiles.ofSorted(resampled, Normal.below(t * Math.sqrt(rounds() / (rounds() - 1.0))));
    }

    /** The inverse of Hall's cubic transformation of Student's t, which takes most of the skewness out of it. */
    private double unskewed(double t) {
        var a = skewness / (3 * Math.sqrt(rounds()));
        return Math.abs(a) < 1e-9 ? t : (Math.cbrt(1 + 3 * a * (t - a / 2)) - 1) / a;
    }

    private double skewness(double spread) {
        double n = rounds();
        var told = Moments.skewness(differences) * Math.sqrt(n * (n - 1)) / (n - 2);
        var shift = (mean - median) / (spread * Math.sqrt(n / (n - 1)));
        return told * shift <= 0
                ? 0
                : Math.copySign(Math.min(Math.abs(told), SKEWNESS_PER_SHIFT * Math.abs(shift)), told);
    }

    private double blockError() {
        return Moments.spread(resampled) * Math.sqrt(rounds() / (rounds() - 1.0));
    }

    /** Never 0 and never infinite, whatever the values were. */
    private static double exp(double log) {
        return Math.exp(Math.clamp(log, -FARTHEST_LOG, FARTHEST_LOG));
    }

    private boolean medianIsFar() {
        var t = StudentT.quantile(USUAL_ERROR, rounds() - 1);
        return Math.abs(mean - median) > (high(t) - low(t)) / 2;
    }
}
