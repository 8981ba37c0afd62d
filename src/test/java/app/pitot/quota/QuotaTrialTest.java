package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.quota.QuotaTrial.Load;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bench's thresholds in small; see the benchmarks for the whole. */
class QuotaTrialTest {
    private static final int REQUESTS = 2_500;
    private static final int FEWER = 1_200;
    private static final double RIGHT = 0.995;
    private static final long[] SEEDS = {3, 4, 5};

    static Iterable<QuotaTrial.Setting> settings() {
        return QuotaTrial.SETTINGS;
    }

    static Iterable<QuotaTrial.Setting> inOtherWords() {
        return QuotaTrial.IN_OTHER_WORDS;
    }

    static Stream<Arguments> loads() {
        return QuotaTrial.SETTINGS.stream()
                .flatMap(setting -> Stream.of(Load.values()).map(load -> Arguments.of(setting, load)));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void whatIsSaidToFitFitsAndWhatIsSaidToBeRefusedIsRefused(QuotaTrial.Setting setting, Load load) {
        right(setting, load, REQUESTS, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("inOtherWords")
    void inTheWordsOfAnotherProviderTheSameLimitsAreMet(QuotaTrial.Setting setting) {
        right(setting, Load.DESK, FEWER, 3, 4);
    }

    private static void right(QuotaTrial.Setting setting, Load load, int requests, long... seeds) {
        var wrong = new ArrayList<String>();
        var all = new ArrayList<TrialFigures>();
        for (var seed : seeds) {
            wrong.add("seed " + seed);
            all.add(QuotaTrial.alone(setting, load, requests, seed, wrong::add));
        }
        var fits = all.stream().mapToInt(TrialFigures::fits).sum();
        var refused = all.stream().mapToInt(TrialFigures::refused).sum();
        assertThat(fits).isGreaterThan(100);
        assertThat(refused).isGreaterThan(10);
        assertThat(all.stream().mapToInt(TrialFigures::fitsRight).sum()).as(wrong.toString())
                .isGreaterThanOrEqualTo((int) Math.ceil(RIGHT * fits));
        assertThat(all.stream().mapToInt(TrialFigures::refusedRight).sum()).as(wrong.toString())
                .isGreaterThanOrEqualTo((int) Math.ceil(RIGHT * refused));
        assertThat(all).as(wrong.toString()).allSatisfy(figures -> {
            assertThat(figures.shortWaits()).isZero();
            assertThat(figures.lateBy(0.5)).isLessThanOrEqualTo(1);
        });
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
