package app.pitot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against published tables and values of SciPy 1.17. */
class DistributionsTest {
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8413447460685429", "-1, 0.15865525393145707", "1.959963984540054, 0.975",
        "-3, 0.0013498980316300933", "-2.9999, 0.001350341282954925", "-8, 6.22096057427178e-16",
        "-30, 4.906713927148187e-198"})
    void chancesOfTheNormal(double z, double chance) {
        assertThat(Normal.below(z)).isCloseTo(chance, Percentage.withPercentage(1e-10));
    }

    @Test
    void quantilesOfTheNormal() {
        assertThat(Normal.quantile(0.8)).isEqualTo(0.8416212335729143, within(1e-12));
        assertThat(Normal.quantile(0.025)).isEqualTo(-1.959963984540054, within(1e-12));
        for (var p = 0.001; p < 1; p += 0.037) {
            assertThat(Normal.below(Normal.quantile(p))).isEqualTo(p, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1, 12.706204736432095", "0.05, 5, 2.570581835636314", "0.05, 11, 2.200985160082949",
        "0.05, 299, 1.9679296690656698", "0.0017857142857142857, 11, 4.0912559921081515",
        "0.0017857142857142857, 5, 6.0447481797368114", "0.05, 100000, 1.9599877077566265"})
    void quantilesOfStudent(double outside, int freedom, double t) {
        assertThat(StudentT.quantile(outside, freedom)).isCloseTo(t, Percentage.withPercentage(1e-7));
        assertThat(StudentT.outside(t, freedom)).isCloseTo(outside, Percentage.withPercentage(1e-7));
    }

    @Test
    void studentIsSymmetricAndSureAtZero() {
        assertThat(StudentT.outside(-2, 7)).isEqualTo(StudentT.outside(2, 7));
        assertThat(StudentT.outside(0, 7)).isEqualTo(1);
    }
}
