package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bench's thresholds in small; see the benchmarks for the whole. */
class QuotaTrialTest {
    private static final int REQUESTS = 2_500;

    static Iterable<QuotaTrial.Setting> settings() {
        return QuotaTrial.SETTINGS;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsSaidToFitFitsAndWhatIsSaidToBeRefusedIsRefused(QuotaTrial.Setting setting) {
        var figures = QuotaTrial.alone(setting, REQUESTS, 3);
        assertThat(figures.fits()).isGreaterThan(50);
        assertThat(figures.refused()).isGreaterThan(50);
        assertThat(figures.fitsRightShare()).isGreaterThanOrEqualTo(0.995);
        assertThat(figures.refusedRightShare()).isGreaterThanOrEqualTo(0.995);
        assertThat(figures.shortWaits()).as("by " + figures.shortestBy() + " s")
                .isLessThanOrEqualTo(figures.waits() / 100);
        assertThat(figures.lateBy(0.5)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void besideOthersTheGaugeIsRightAfterOneReply(QuotaTrial.Setting setting) {
        var figures = QuotaTrial.besideOthers(setting, REQUESTS, 3);
        assertThat(figures.fits()).isGreaterThan(50);
        assertThat(figures.foreseeableShare()).isLessThan(0.01);
        assertThat(figures.gaugeOff(0.5)).isLessThan(1);
    }
}
