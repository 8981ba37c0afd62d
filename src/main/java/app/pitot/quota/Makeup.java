package app.pitot.quota;

import java.util.Arrays;

/**
 * How far a guess is off by what a prompt is made of: prose, code and other scripts have tokens of different lengths. A
 * plane through the shares of blanks, marks and wide characters and through the size, drawn towards nothing where few prompts
 * tell, and hardly moved by odd ones. It knows, too, how far prompts unlike those seen may be off. Immutable.
 */
final class Makeup {
    private static final int SIZE = 5;
    private static final int ROUNDS = 10;
    /** How much a share that goes from none to all may make before anything was seen. */
    private static final double PRIOR = 0.6;
    private static final double PRIOR_ALL = 0.1;
    private static final double LEAST_NOISE = 0.004;
    /** From the median of errors to their standard deviation. */
    private static final double TO_SIGMA = 1.4826;
    /** What is further off than so many standard deviations counts less. */
    private static final double ODD = 2.5;
    private static final double LEAST = -0.75;
    private static final double MOST = 2;

    private final double[] weights;
    private final double[][] spread;
    private final double noise;

    private Makeup(double[] weights, double[][] spread, double noise) {
        this.weights = weights;
        this.spread = spread;
        this.noise = noise;
    }

    /** @param off the share by which each guess was too low @param trust from 0 to 1: large prompts tell more */
    static Makeup of(PromptSize[] sizes, double[] off, double[] trust) {
        var count = off.length;
        var rows = new double[count][];
        for (var i = 0; i < count; i++) {
            rows[i] = row(sizes[i], trust[i]);
        }
        var weights = new double[SIZE];
        var rests = off.clone();
        var noise = noise(rests, trust);
        double[][] inverse = null;
        for (var round = 0; round < ROUNDS; round++) {
            var left = new double[SIZE][SIZE];
            var right = new double[SIZE];
            for (var k = 0; k < SIZE; k++) {
                var prior = k == 0 ? PRIOR_ALL : PRIOR;
                left[k][k] = 1 / (prior * prior);
            }
            for (var i = 0; i < count; i++) {
                var odd = Math.min(1, ODD * noise / Math.max(1e-12, Math.abs(rests[i])));
                var weight = trust[i] * odd / (noise * noise);
                for (var k = 0; k < SIZE; k++) {
                    right[k] += weight * rows[i][k] * off[i];
                    for (var l = 0; l < SIZE; l++) {
                        left[k][l] += weight * rows[i][k] * rows[i][l];
                    }
                }
            }
            inverse = inverse(left);
            for (var k = 0; k < SIZE; k++) {
                weights[k] = 0;
                for (var l = 0; l < SIZE; l++) {
                    weights[k] += inverse[k][l] * right[l];
                }
            }
            for (var i = 0; i < count; i++) {
                rests[i] = off[i] - product(weights, rows[i]);
            }
            noise = noise(rests, trust);
        }
        return new Makeup(weights, inverse, noise);
    }

    /** By what share a guess for such a prompt is too low. @param trust as in {@link #of} */
    double off(PromptSize size, double trust) {
        return Math.clamp(product(weights, row(size, trust)), LEAST, MOST);
    }

    /** How far that is usually off itself, as a standard deviation. */
    double unsure(PromptSize size, double trust) {
        var row = row(size, trust);
        var more = 0.0;
        for (var k = 0; k < SIZE; k++) {
            more += row[k] * product(spread[k], row);
        }
        return Math.sqrt(noise * noise + Math.max(0, more));
    }

    private static double[] row(PromptSize size, double trust) {
        return new double[]{trust, 1 - trust, trust * size.blankShare(), trust * size.markShare(),
            trust * size.wideShare()};
    }

    private static double product(double[] one, double[] other) {
        var sum = 0.0;
        for (var k = 0; k < SIZE; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    /** Of the median sort. */
    private static double noise(double[] rests, double[] trust) {
        var sorted = new double[rests.length];
        for (var i = 0; i < rests.length; i++) {
            sorted[i] = Math.abs(rests[i]) * Math.sqrt(trust[i]);
        }
        Arrays.sort(sorted);
        return Math.max(LEAST_NOISE, TO_SIGMA * sorted[sorted.length / 2]) * (1 + 2.0 / rests.length);
    }

    /** By elimination; the matrix is symmetric and positive. */
    private static double[][] inverse(double[][] matrix) {
        var inverse = new double[SIZE][SIZE];
        for (var k = 0; k < SIZE; k++) {
            inverse[k][k] = 1;
        }
        for (var k = 0; k < SIZE; k++) {
            var pivot = matrix[k][k];
            for (var l = 0; l < SIZE; l++) {
                matrix[k][l] /= pivot;
                inverse[k][l] /= pivot;
            }
            for (var i = 0; i < SIZE; i++) {
                if (i != k) {
                    var factor = matrix[i][k];
                    for (var l = 0; l < SIZE; l++) {
                        matrix[i][l] -= factor * matrix[k][l];
                        inverse[i][l] -= factor * inverse[k][l];
                    }
                }
            }
        }
        return inverse;
    }
}
