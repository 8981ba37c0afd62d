package app.pitot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnpairedRatioTest {
    /** All orders of m and n values, counted. */
    private static double chanceBelow(int m, int n, int rank) {
        int all = 0;
        int below = 0;
        for (int order = 0; order < 1 << m + n; order++) {
            if (Integer.bitCount(order) == m) {
                int wrong = 0;
                for (int i = 0; i < m + n; i++) {
                    if ((order >> i & 1) == 1) {
                        wrong += Integer.bitCount(~order & (1 << i) - 1);
                    }
                }
                all++;
                below += wrong < rank ? 1 : 0;
            }
        }
        return (double) below / all;
    }

    @Test
    void ranksAreThoseOfAllOrdersCounted() {
        for (int m = 1; m <= 7; m++) {
            for (int n = 1; n <= 7; n++) {
                int rank = UnpairedRatio.rank(m, n, 0.05);
                assertThat(chanceBelow(m, n, rank)).as("%s and %s", m, n).isLessThanOrEqualTo(0.025);
                assertThat(chanceBelow(m, n, rank + 1)).as("%s and %s", m, n).isGreaterThan(0.025);
            }
        }
        // From printed tables of the rank sum test.
        assertThat(UnpairedRatio.rank(12, 12, 0.05)).isEqualTo(38);
        assertThat(UnpairedRatio.rank(20, 20, 0.05)).isEqualTo(128);
    }

    @Test
    void theNormalRanksJoinTheCountedOnes() {
        assertThat((double) UnpairedRatio.rank(51, 50, 0.05)).isCloseTo(UnpairedRatio.rank(50, 50, 0.05),
                within(40.0));
        assertThat(UnpairedRatio.rank(300, 300, 0.05)).isBetween(40_000, 42_000);
    }

    @Test
    void tooFewHaveARatioAlone() {
        var three = new double[]{2, 4, 8};
        assertThat(UnpairedRatio.of(three, new double[]{1, 2, 4}, 0.05)).isEqualTo(new UnpairedRatio(2, null));
        assertThat(UnpairedRatio.of(three, new double[0], 0.05)).isNull();
        assertThat(UnpairedRatio.of(new double[]{1, 2, 3, 4}, three, 0.05).interval()).isNull();
        assertThat(UnpairedRatio.of(new double[]{1, 2, 3, 4}, new double[]{1, 2, 3, 4}, 0.05).interval()).isNotNull();
    }

    /** With heavy tails: the truth lies in the interval about as often as is said, never clearly less. */
    @Test
    void coversTheTruth() {
        var random = new Random(20);
        int covered = 0;
        int rounds = 3_000;
        for (int i = 0; i < rounds; i++) {
            var now = sample(random, 12, 1.25);
            var then = sample(random, 12, 1);
            covered += UnpairedRatio.of(now, then, 0.05).interval().contains(1.25) ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.94, 0.975);
    }

    private static double[] sample(Random random, int size, double factor) {
        var values = IntStream.range(0, size)
                .mapToDouble(_ -> factor * Math.exp(0.1 * random.nextGaussian() / (random.nextInt(10) == 0 ? 0.2 : 1)))
                .toArray();
        assertThat(Arrays.stream(values).min().orElseThrow()).isPositive();
        return values;
    }
}
