package app.pitot.statistics;

/** Student's distribution. */
final class StudentT {
    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028,
        771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7};
    private static final int STEPS = 10_000;

    private StudentT() {}

    /**
     * Chance of a value farther from 0 than {@code t}, on either side.
     *
     * @param freedom degrees of it, at least 1
     */
    static double outside(double t, int freedom) {
        return incompleteBeta(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    }

    /**
     * What is exceeded, on either side, with chance {@code outside}.
     *
     * @param outside above 0, below 1; such as 0.05
     */
    static double quantile(double outside, int freedom) {
        // In logarithms: with one degree of freedom the tails are long.
        return Math.exp(Root.rising(log -> -outside(Math.exp(log), freedom), -outside, -40, 40));
    }

    /** Regularised. */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        var front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        // The continued fraction converges fast on its own side only.
        return x < (a + 1) / (a + b + 2)
                ? front * fraction(x, a, b) / a
                : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Lentz's way through the continued fraction. */
    private static double fraction(double x, double a, double b) {
        var c = 1.0;
        var d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        var result = d;
        for (var m = 1; m <= STEPS; m++) {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return result;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /** @param x at least 0.5 */
    private static double logGamma(double x) {
        var sum = LANCZOS[0];
        for (var i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        var t = x + 6.5;
        return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
    }
}
