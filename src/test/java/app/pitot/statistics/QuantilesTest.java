package app.pitot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles, and what bounds a median. */
class QuantilesTest {
    @Test
    void betweenTwoValuesItIsInProportion() {
        var values = new double[]{40, 10, 30, 20};
        assertThat(Quantiles.median(values)).isEqualTo(25);
        assertThat(Quantiles.of(values, 0.25)).isEqualTo(17.5);
        assertThat(Quantiles.of(values, 0)).isEqualTo(10);
        assertThat(Quantiles.of(values, 1)).isEqualTo(40);
        assertThat(values).containsExactly(40, 10, 30, 20);
        assertThat(Quantiles.median(new double[]{3})).isEqualTo(3);
        assertThat(Quantiles.median(new double[0])).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "5, 0", "6, 1", "8, 1", "9, 2", "12, 3", "20, 6", "30, 10", "59, 22", "100, 40",
        "300, 133", "5000, 2431"})
    void ranksThatHoldTheMedian(int n, int rank) {
        assertThat(Quantiles.medianRank(n)).isEqualTo(rank);
    }

    @Test
    void theIntervalOfTwelveIsItsThirdToItsTenth() {
        var twelve = IntStream.rangeClosed(1, 12).mapToDouble(i -> 13 - i).toArray();
        assertThat(Quantiles.ofMedian(twelve)).isEqualTo(new Interval(3, 10, 0.95));
        assertThat(Quantiles.ofMedian(new double[]{1, 2, 3, 4, 5})).isNull();
    }

    @Test
    void linesOfRanks() {
        assertThat(Series.ranks(new double[]{5, 1, 5, 9})).containsExactly(2.5, 1, 2.5, 4);
        assertThat(Series.drift(new double[]{1, 2, 3, 10})).isEqualTo(1, within(1e-12));
        assertThat(Series.drift(new double[]{4, 3, 2, 1})).isEqualTo(-1, within(1e-12));
        // Places 1 2 3 4 5 and ranks 2 1 4 3 5: 1 − 6·(1+1+1+1+0) ÷ (5·24).
        assertThat(Series.drift(new double[]{20, 10, 40, 30, 50})).isEqualTo(0.8, within(1e-12));
        assertThat(Series.drift(new double[]{7, 7, 7})).isZero();
        assertThat(Series.drift(new double[0])).isZero();
        assertThat(Series.driftByChance(1, 6)).isZero();
        assertThat(Series.driftByChance(0, 6)).isEqualTo(1);
        assertThat(Series.driftByChance(0.9, 3)).isEqualTo(1);
        // t = 0.8·√(3 ÷ 0.36) = 2.309 with 3 degrees of freedom.
        assertThat(Series.driftByChance(0.8, 5)).isEqualTo(0.104, within(0.0005));
    }

    @Test
    void alikeness() {
        // Around their mean: −1.5 −0.5 0.5 1.5; products 0.75 − 0.25 + 0.75, squares 5.
        assertThat(Series.alikeness(new double[]{1, 2, 3, 4})).isEqualTo(0.25, within(1e-12));
        assertThat(Series.alikeness(new double[]{1, -1, 1, -1})).isEqualTo(-0.75, within(1e-12));
        assertThat(Series.alikeness(new double[]{5, 5, 5})).isZero();
        assertThat(Series.alikeness(new double[]{1, 2})).isZero();
    }

    @Test
    void holmTestsTheStrongestHardest() {
        assertThat(Holm.errors(new double[]{0.03, 0.001, 0.02}, 0.06)).containsExactly(0.06, 0.02, 0.03);
        // The second fails at 0.03: it and all weaker ones are drawn there.
        assertThat(Holm.errors(new double[]{0.05, 0.001, 0.04}, 0.06)).containsExactly(0.03, 0.02, 0.03);
        assertThat(Holm.errors(new double[]{0.9}, 0.05)).containsExactly(0.05);
        assertThat(Holm.errors(new double[0], 0.05)).isEmpty();
    }
}
