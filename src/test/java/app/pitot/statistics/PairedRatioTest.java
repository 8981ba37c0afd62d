package app.pitot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two series, round by round. */
class PairedRatioTest {
    private static PairedRatio of(double[] a, double[] b) {
        var ratios = new PairedRatios(new double[][]{a, b}, 7);
        return ratios.of(0, 1, ratios.common(0, 1));
    }

    private static PairedRatio ofLogs(double... differences) {
        return of(Arrays.stream(differences).map(Math::exp).toArray(),
                DoubleStream.generate(() -> 1).limit(differences.length).toArray());
    }

    private static double[] normal(double mean, double deviation, int n, long seed) {
        var random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> mean + deviation * random.nextGaussian()).limit(n).toArray();
    }

    @Test
    void theEstimateIsTheGeometricMeanOfTheRatios() {
        assertThat(of(new double[]{2, 8}, new double[]{1, 1}).ratio()).isEqualTo(4, within(1e-12));
        assertThat(of(new double[]{2, Double.NaN, 9, 8}, new double[]{1, 5, 0, 1}).rounds()).isEqualTo(2);
        assertThat(of(new double[]{Double.NaN}, new double[]{1})).isNull();
    }

    @Test
    void withoutSkewnessItIsCloseToStudents() {
        var d = new double[]{-0.15, -0.09, -0.05, -0.01, 0.01, 0.05, 0.09, 0.15};
        // Squares 0.0332·2 = 0.0664; √(0.0664 ÷ 7 ÷ 8) = 0.03443; t with 7 degrees: 2.3646.
        var interval = ofLogs(d).interval(0.05);
        assertThat(Math.log(interval.high())).isEqualTo(0.0814, within(0.003));
        assertThat(Math.log(interval.low())).isEqualTo(-0.0814, within(0.003));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void skewnessStretchesTheSideOfTheTail() {
        var interval = ofLogs(0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.3, 0.45, 0.7).interval(0.05);
        var mean = 2.07 / 12;
        assertThat(Math.log(interval.high()) - mean).isGreaterThan(1.3 * (mean - Math.log(interval.low())));
    }

    @Test
    void lanesThatVaryAlikeHaveStudentsInterval() {
        var a = normal(0.1, 0.2, 12, 21);
        var b = normal(0, 0.2, 12, 22);
        var d = IntStream.range(0, 12).mapToDouble(i -> a[i] - b[i]).toArray();
        var interval = of(Arrays.stream(a).map(Math::exp).toArray(), Arrays.stream(b).map(Math::exp).toArray())
                .interval(0.05);
        var mean = Arrays.stream(d).average().orElseThrow();
        var half = StudentT.quantile(0.05, 11) * Moments.spread(d) / Math.sqrt(11);
        assertThat(Math.log(interval.low())).isEqualTo(mean - half, within(1e-9));
        assertThat(Math.log(interval.high())).isEqualTo(mean + half, within(1e-9));
    }

    @Test
    void oneLaneThatVariesAloneLeavesItsTailInTheDifference() {
        var steps = new double[]{1, -1, 2, -2, 1, 3, -1, 0, 2, -3, 1, 1};
        var still = new double[12];
        assertThat(Unlike.share(steps, steps)).isEqualTo(1);
        var a = normal(0, 1, 12, 21);
        var b = normal(0, 1, 12, 22);
        assertThat(Unlike.share(minus(a, b), minus(a, minus(still, b)))).isZero();
        // One of them five times as wide.
        var wide = Arrays.stream(a).map(v -> 5 * v).toArray();
        assertThat(Unlike.share(minus(wide, b), minus(wide, minus(still, b)))).isEqualTo(1);
        // Six rounds cannot tell, nine hardly.
        assertThat(Unlike.share(Arrays.copyOf(minus(a, b), 6), Arrays.copyOf(minus(a, minus(still, b)), 6)))
                .isEqualTo(1);
        assertThat(Unlike.share(new double[9], new double[9])).isEqualTo(0.5);
    }

    /** The best test that there is for normal noise finds it in 80.3 %. */
    @Test
    void aQuarterIsFoundInFourOfFiveComparisonsOfTwelveRounds() {
        var found = IntStream.range(0, 2_000).filter(seed -> of(
                Arrays.stream(normal(Math.log(1.25), 0.25 / Math.sqrt(2), 12, 2 * seed)).map(Math::exp).toArray(),
                Arrays.stream(normal(0, 0.25 / Math.sqrt(2), 12, 2 * seed + 1)).map(Math::exp).toArray())
                .interval(0.05).low() > 1).count();
        assertThat(found / 2_000.0).isBetween(0.785, 0.82);
    }

    @Test
    void oneOutlierIsShownByTheMedianAndTheIntervalHoldsBoth() {
        var values = new double[60];
        for (var i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 0.001 * i : -0.001 * i;
        }
        IntStream.range(0, 18).forEach(i -> values[i] = 4);
        var ratio = ofLogs(values);
        assertThat(ratio.byMedian()).isTrue();
        var interval = ratio.interval(0.05);
        assertThat(interval.contains(ratio.ratio())).isTrue();
        assertThat(interval.contains(Math.exp(Arrays.stream(values).average().orElseThrow()))).isTrue();
        assertThat(ofLogs(normal(0.1, 0.2, 12, 1)).byMedian()).isFalse();
    }

    @Test
    void aHigherLevelIsNeverNarrowerAndReachesBeyondTheValues() {
        var ratio = ofLogs(normal(0.2, 0.1, 6, 3));
        var before = ratio.interval(0.5);
        for (var error = 0.2; error > 1e-6; error /= 2) {
            var wider = ratio.interval(error);
            assertThat(wider.low()).isLessThanOrEqualTo(before.low());
            assertThat(wider.high()).isGreaterThanOrEqualTo(before.high());
            before = wider;
        }
        assertThat(ratio.interval(0.05 / 28).low()).isLessThan(Math.exp(Arrays.stream(normal(0.2, 0.1, 6, 3)).min()
                .orElseThrow()));
    }

    @Test
    void neitherSideIsMuchShorterThanStudents() {
        var skewed = new double[]{0.3, 0.31, 0.32, 0.34, 0.4, 0.8};
        var mean = Arrays.stream(skewed).average().orElseThrow();
        var error = Moments.spread(skewed) / Math.sqrt(5);
        for (var level : new double[]{0.05, 0.01, 0.05 / 28}) {
            var interval = ofLogs(skewed).interval(level);
            var least = 0.97 * StudentT.quantile(level, 5) * error;
            assertThat(mean - Math.log(interval.low())).isGreaterThanOrEqualTo(least - 1e-12);
            assertThat(Math.log(interval.high()) - mean).isGreaterThanOrEqualTo(least - 1e-12);
        }
        // All six favour one side, which happens in 3 of 100 pairs of equals: too often for one of 28 pairs.
        assertThat(ofLogs(skewed).interval(0.05 / 28).contains(1)).isTrue();
    }

    @Test
    void theChanceIsWhereTheIntervalLetsGoOfOne() {
        for (var seed = 0; seed < 30; seed++) {
            var ratio = ofLogs(normal(0.15, 0.25, 12, seed));
            var chance = ratio.chance();
            assertThat(chance).isBetween(0.0, 1.0);
            if (chance > 1e-9 && chance < 0.99) {
                assertThat(ratio.interval(chance * 1.001).contains(1)).isFalse();
                assertThat(ratio.interval(chance * 0.999).contains(1)).isTrue();
            }
        }
    }

    @Test
    void valuesThatAreAllEqual() {
        var ratio = ofLogs(1, 1, 1, 1, 1, 1);
        assertThat(ratio.interval(0.05).low()).isEqualTo(Math.E, within(1e-9));
        assertThat(ratio.interval(0.05).high()).isEqualTo(Math.E, within(1e-9));
        assertThat(ratio.chance()).isZero();
        assertThat(ofLogs(0, 0, 0, 0, 0, 0).chance()).isEqualTo(1);
        assertThat(ofLogs(1, 1, 1, 1, 1).interval(0.05)).isNull();
        assertThat(ofLogs(1, 1, 1, 1, 1).chance()).isEqualTo(1);
    }

    @Test
    void roundsThatAreAlikeGiveAWiderIntervalFromBlocks() {
        var random = new SplittableRandom(5);
        var alike = new double[40];
        for (var i = 1; i < alike.length; i++) {
            alike[i] = 0.8 * alike[i - 1] + 0.1 * random.nextGaussian();
        }
        var shuffled = IntStream.range(0, alike.length).mapToDouble(i -> alike[i * 17 % alike.length]).toArray();
        var blocks = ofLogs(alike);
        var single = ofLogs(shuffled);
        assertThat(blocks.fromBlocks()).isTrue();
        assertThat(single.fromBlocks()).isFalse();
        assertThat(width(blocks)).isGreaterThan(1.3 * width(single));
        assertThat(ofLogs(Arrays.copyOf(alike, 19)).fromBlocks()).as("too few to tell").isFalse();
    }

    @Test
    void roundsNeeded() {
        // (1.96 + 0.84)² · 0.25² ÷ ln(1.25)² = 9.8 by the normal; 12 with Student's.
        assertThat(RoundsNeeded.of(Math.log(1.25), 0.25, 0.05, 1000)).isEqualTo(12);
        assertThat(RoundsNeeded.of(Math.log(1.1), 0.25, 0.05, 1000)).isBetween(54, 57);
        assertThat(RoundsNeeded.of(Math.log(1.4), 0.25, 0.05, 1000)).isBetween(6, 8);
        assertThat(RoundsNeeded.of(0.001, 0.25, 0.05, 1000)).isNull();
        assertThat(RoundsNeeded.of(0.1, 0, 0.05, 1000)).isEqualTo(6);
        assertThat(ofLogs(0.1).roundsNeeded(0.05, 1.05, 1000)).isNull();
        assertThat(ofLogs(0, 0.3, -0.3, 0.1, -0.1, 0.2, -0.2).roundsNeeded(0.05, 1.05, 100_000)).isBetween(150, 250);
    }

    @Test
    void sharedResamplesAreThoseOfThePairAlone() {
        var a = normal(5, 0.2, 12, 1);
        var b = normal(5, 0.2, 12, 2);
        var c = normal(6, 0.2, 12, 3);
        var all = new PairedRatios(new double[][]{a, c, b}, 7);
        assertThat(all.of(0, 2, all.common(0, 2)).interval(0.05)).isEqualTo(of(a, b).interval(0.05));
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private static double width(PairedRatio ratio) {
        var interval = ratio.interval(0.05);
        return Math.log(interval.high() / interval.low());
    }
}
