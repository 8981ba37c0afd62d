package app.pitot.compare;

import java.util.SplittableRandom;

/**
 * What speeds are drawn from: a load that drifts and is shared by all lanes, and noise of each lane's own with mean 0 in
 * logarithms, so that the true ratio of two lanes is known. The logarithm of the ratio of two lanes deviates by
 * {@link #PAIRED_DEVIATION} from round to round, the load between two requests of the same round included.
 */
enum World {
    /** Noise is normal. */
    NORMAL("normal"),
    /** Student's t with three degrees of freedom: its fourth moment is infinite. */
    HEAVY("heavy tails"),
    /** One request in twelve scatters five times as wide. */
    STRAY("strays"),
    /** Every other lane is held up now and then (exponential), the others vary half as much (normal): skewness 1.4. */
    SKEWED("skewed"),
    /** Every other lane is log-normal, the others do not vary at all: skewness 2.3. */
    LOPSIDED("one lane only, skewed");

    static final double PAIRED_DEVIATION = 0.25;
    private static final double LOAD_DEVIATION = 0.25;
    private static final double LOAD_KEPT = 0.97;
    private static final double STRAYS = 1 / 12.0;
    private static final double STRAY_WIDTH = 5;
    private static final double LOG_WIDTH = 0.6;

    final String label;

    World(String label) {
        this.label = label;
    }

    /**
     * Speeds by lane and round: in every round each lane once, in a shuffled order, one request after the other.
     *
     * @param alike true if every lane has the noise of the first
     */
    double[][] rounds(double[] truth, int rounds, boolean alike, SplittableRandom random) {
        var speeds = new double[truth.length][rounds];
        var load = LOAD_DEVIATION * random.nextGaussian();
        var order = new int[truth.length];
        for (var i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (var round = 0; round < rounds; round++) {
            for (var i = order.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                var lane = order[i];
                order[i] = order[j];
                order[j] = lane;
            }
            for (var lane : order) {
                speeds[lane][round] = truth[lane] * Math.exp(load + own(alike ? 0 : lane, truth.length, random));
                load = next(load, random);
            }
        }
        return speeds;
    }

    /** Lanes with the noise of the first, one after the other: all of the first, then all of the second. */
    double[][] blocks(double[] truth, int rounds, SplittableRandom random) {
        var speeds = new double[truth.length][rounds];
        var load = LOAD_DEVIATION * random.nextGaussian();
        for (var lane = 0; lane < truth.length; lane++) {
            for (var round = 0; round < rounds; round++) {
                speeds[lane][round] = truth[lane] * Math.exp(load + own(0, truth.length, random));
                load = next(load, random);
            }
        }
        return speeds;
    }

    private static double next(double load, SplittableRandom random) {
        return LOAD_KEPT * load + Math.sqrt(1 - LOAD_KEPT * LOAD_KEPT) * LOAD_DEVIATION * random.nextGaussian();
    }

    private double own(int lane, int lanes, SplittableRandom random) {
        var both = Math.sqrt(PAIRED_DEVIATION * PAIRED_DEVIATION - loadBetween(lanes));
        var varies = lane % 2 == 0;
        return switch (this) {
            case NORMAL -> both / Math.sqrt(2) * random.nextGaussian();
            case HEAVY -> both / Math.sqrt(2) * student(random) / Math.sqrt(3);
            case STRAY -> both / Math.sqrt(2) * (random.nextDouble() < STRAYS ? STRAY_WIDTH : 1)
                    * random.nextGaussian() / Math.sqrt(1 - STRAYS + STRAYS * STRAY_WIDTH * STRAY_WIDTH);
            case SKEWED -> both / Math.sqrt(1.25)
                    * (varies ? 1 + Math.log(random.nextDouble(Double.MIN_NORMAL, 1)) : random.nextGaussian() / 2);
            case LOPSIDED -> varies ? -both * logNormal(random) : 0;
        };
    }

    /** Variance of the difference of load between two lanes of a round: their mean distance is (n + 1) ÷ 3 requests. */
    private static double loadBetween(int lanes) {
        return 2 * LOAD_DEVIATION * LOAD_DEVIATION * (1 - Math.pow(LOAD_KEPT, (lanes + 1) / 3.0));
    }

    private static double student(SplittableRandom random) {
        var squares = 0.0;
        for (var i = 0; i < 3; i++) {
            var z = random.nextGaussian();
            squares += z * z;
        }
        return random.nextGaussian() / Math.sqrt(squares / 3);
    }

    /** With mean 0 and deviation 1. */
    private static double logNormal(SplittableRandom random) {
        var variance = LOG_WIDTH * LOG_WIDTH;
        return (Math.exp(LOG_WIDTH * random.nextGaussian()) - Math.exp(variance / 2))
                / Math.sqrt(Math.expm1(variance) * Math.exp(variance));
    }
}
