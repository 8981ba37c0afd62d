package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.Outcome;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.compare.Measured.One;
import app.pitot.speed.SpeedFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is concluded of samples, and what is not. */
class AnalystTest {
    private static Analysis speed(Comparison comparison) {
        return Analyst.analyse(comparison, Measure.OUTPUT_SPEED);
    }

    /** Around {@code middle}, each a factor of e^±{@code spread} away. */
    private static double[] noisy(double middle, double spread, int rounds, long seed) {
        var random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> middle * Math.exp(spread * random.nextGaussian())).limit(rounds).toArray();
    }

    @Test
    void threeTimesAsFastIsSaidWithItsInterval() {
        var analysis = speed(Measured.speeds(noisy(1000, 0.1, 9, 1), noisy(3000, 0.1, 9, 2)));
        assertThat(analysis.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(analysis.ranking()).containsExactly(1, 0);
        assertThat(analysis.moreRounds()).isNull();
        var pair = analysis.pairs().getFirst();
        assertThat(pair.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(pair.rounds()).isEqualTo(9);
        assertThat(pair.interval().contains(1 / 3.0)).isTrue();
        assertThat(pair.interval().contains(pair.ratio())).isTrue();
        assertThat(pair.interval().level()).isEqualTo(0.95);
        assertThat(analysis.fairness()).isEmpty();
    }

    @Test
    void theShorterTimeIsTheFaster() {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= 6; round++) {
            samples.add(new One(0, round).ttft(100 + round).sample());
            samples.add(new One(1, round).ttft(200 + 2 * round).sample());
        }
        var analysis = Analyst.analyse(Measured.of(2, samples), Measure.TTFT);
        assertThat(analysis.ranking()).containsExactly(0, 1);
        assertThat(analysis.pairs().getFirst().ratio()).isEqualTo(2, within(1e-12));
        assertThat(analysis.verdict()).isEqualTo(Verdict.FASTER);
    }

    @Test
    void fiveRoundsDecideNothingHoweverClear() {
        var analysis = speed(Measured.speeds(new double[]{10, 10, 10, 10, 10}, new double[]{99, 99, 99, 99, 99}));
        assertThat(analysis.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
        assertThat(analysis.moreRounds()).isEqualTo(1);
        assertThat(analysis.pairs().getFirst().interval()).isNull();
        assertThat(analysis.pairs().getFirst().ratio()).isEqualTo(10.0 / 99, within(1e-12));
        assertThat(analysis.lanes().getFirst().medianInterval()).isNull();
        assertThat(analysis.lanes().getFirst().lowerQuartile()).isEqualTo(10);
    }

    @Test
    void onlyCommonRoundsCountForAPair() {
        var none = Double.NaN;
        var analysis = speed(Measured.speeds(new double[]{10, 11, 12, 13, 14, 15, none},
                new double[]{none, 20, 21, 22, 23, 24, 25}));
        assertThat(analysis.pairs().getFirst().rounds()).isEqualTo(5);
        assertThat(analysis.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
        assertThat(analysis.lanes().getFirst().values()).containsExactly(10.0, 11.0, 12.0, 13.0, 14.0, 15.0);
    }

    @Test
    void withinFivePercentIsATieAndWideIsUndecided() {
        assertThat(speed(Measured.speeds(noisy(1000, 0.01, 12, 3), noisy(1010, 0.01, 12, 4))).verdict())
                .isEqualTo(Verdict.TIE);
        var wide = speed(Measured.speeds(noisy(1000, 0.3, 12, 5), noisy(1100, 0.3, 12, 6)));
        assertThat(wide.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(wide.moreRounds()).isPositive();
        assertThat(wide.pairs().getFirst().interval().contains(1)).isTrue();
    }

    @Test
    void allValuesEqual() {
        var same = new double[]{50, 50, 50, 50, 50, 50};
        var analysis = speed(Measured.speeds(same, same));
        assertThat(analysis.verdict()).isEqualTo(Verdict.TIE);
        var pair = analysis.pairs().getFirst();
        assertThat(List.of(pair.ratio(), pair.interval().low(), pair.interval().high())).containsOnly(1.0);
    }

    @Test
    void aLaneAHundredTimesSlower() {
        var analysis = speed(Measured.speeds(noisy(3000, 0.2, 12, 7), noisy(30, 0.2, 12, 8), noisy(2900, 0.2, 12, 9)));
        assertThat(analysis.ranking()).last().isEqualTo(1);
        assertThat(analysis.pairs().get(0).verdict()).isEqualTo(Verdict.FASTER);
        assertThat(analysis.pairs().get(2).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(analysis.pairs().get(1).verdict()).isIn(Verdict.UNDECIDED, Verdict.TIE);
    }

    @Test
    void aLaneWithoutValuesIsNotRankedAndWinsAgainstNobody() {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= 8; round++) {
            samples.add(new One(0, round).sample());
            samples.add(new One(1, round).silent().sample());
        }
        var analysis = speed(Measured.of(2, samples));
        assertThat(analysis.ranking()).containsExactly(0);
        assertThat(analysis.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
        assertThat(analysis.moreRounds()).isNull();
        assertThat(analysis.lanes().get(1).median()).isNull();
        assertThat(analysis.lanes().get(1).withoutValue()).isEqualTo(8);
        assertThat(analysis.pairs().getFirst().ratio()).isNull();
    }

    @Test
    void nothingMeasuredYet() {
        for (var lanes = 0; lanes <= 8; lanes++) {
            var analysis = speed(Measured.of(lanes, List.of()));
            assertThat(analysis.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
            assertThat(analysis.lanes()).hasSize(lanes);
            assertThat(analysis.pairs()).hasSize(lanes * (lanes - 1) / 2);
            assertThat(analysis.ranking()).isEmpty();
        }
    }

    @Test
    void theWarmUpIsLeftOutAndFailuresHaveTheirOwnColumn() {
        var samples = new ArrayList<Sample>();
        for (var round = 0; round <= 6; round++) {
            samples.add(new One(0, round).speed(round == 0 ? 1 : 1000).sample());
        }
        samples.add(new One(0, 7).outcome(Outcome.REFUSED).sample());
        samples.add(new One(0, 8).outcome(Outcome.TRUNCATED).sample());
        var lane = speed(Measured.of(1, samples)).lanes().getFirst();
        assertThat(lane.values()).hasSize(6).containsOnly(1000.0);
        assertThat(lane.failed()).isEqualTo(2);
        assertThat(lane.withoutValue()).isZero();
    }

    @Test
    void percentilesNeedEnoughValues() {
        for (var n : new int[]{58, 59, 298, 299}) {
            var lane = speed(Measured.speeds(noisy(1000, 0.2, n, n))).lanes().getFirst();
            assertThat(lane.p95() != null).as("P95 of %d", n).isEqualTo(n >= 59);
            assertThat(lane.p99() != null).as("P99 of %d", n).isEqualTo(n >= 299);
        }
    }

    @Test
    void estimatesCountOnlyWhereNothingElseIs() {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= 8; round++) {
            samples.add(round > 6 ? new One(0, round).speed(9).estimated().sample() : new One(0, round).sample());
            samples.add(new One(1, round).speed(900).estimated().sample());
        }
        var comparison = Measured.of(2, samples);
        var analysis = speed(comparison);
        assertThat(analysis.lanes().get(0).values()).hasSize(6).doesNotContain(9.0);
        assertThat(analysis.lanes().get(0).withoutValue()).isEqualTo(2);
        assertThat(analysis.lanes().get(1).values()).hasSize(8);
        assertThat(Analyst.analyse(comparison, Measure.TEXT_SPEED).lanes().get(0).values()).hasSize(8);
    }

    @Test
    void whatWasHeldBackOnItsWayBeginsAtNoKnownTime() {
        var comparison = Measured.of(1, List.of(new One(0, 1).flags(SpeedFlag.BUFFERED).sample()));
        assertThat(Analyst.analyse(comparison, Measure.TTFT).lanes().getFirst().values()).isEmpty();
        assertThat(Analyst.analyse(comparison, Measure.OUTPUT_SPEED).lanes().getFirst().values()).isEmpty();
        assertThat(Analyst.analyse(comparison, Measure.TOTAL).lanes().getFirst().values()).hasSize(1);
    }

    @Test
    void cachedPromptsAreComparedWithCachedOnesOnly() {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= 12; round++) {
            samples.add(new One(0, round).cached(round <= 4 ? 80 : 0).sample());
            samples.add(new One(1, round).cached(round <= 2 ? 80 : 5).sample());
        }
        var comparison = Measured.of(2, samples);
        assertThat(Analyst.analyse(comparison, Measure.TTFT).pairs().getFirst().rounds()).isEqualTo(10);
        assertThat(speed(comparison).pairs().getFirst().rounds()).isEqualTo(12);
    }

    @Test
    void aRaceHasOneRoundAndNoMoreAreForetold() {
        var race = Measured.of(Mode.RACE, Measured.speeds(new double[2], new double[2]).lanes().stream()
                .map(LaneFacts::parameters).toList(),
                List.of(new One(0, 1).sample(), new One(1, 1).speed(500).sample()));
        var analysis = speed(race);
        assertThat(analysis.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
        assertThat(analysis.ranking()).containsExactly(0, 1);
        assertThat(analysis.pairs().getFirst().ratio()).isEqualTo(2, within(1e-12));
        assertThat(analysis.moreRounds()).isNull();
    }

    @Test
    void swappingLanesInvertsEverything() {
        for (var seed = 0; seed < 20; seed++) {
            var a = noisy(1000, 0.3, 6 + seed, seed);
            var b = noisy(1200, 0.3, 6 + seed, seed + 100);
            var one = speed(Measured.speeds(a, b)).pairs().getFirst();
            var other = speed(Measured.speeds(b, a)).pairs().getFirst();
            assertThat(other.ratio()).isEqualTo(1 / one.ratio(), within(1e-12));
            assertThat(other.interval().low()).isEqualTo(1 / one.interval().high(), within(1e-12));
            assertThat(other.interval().high()).isEqualTo(1 / one.interval().low(), within(1e-12));
        }
    }

    @Test
    void anotherLaneNeverNarrowsAnInterval() {
        for (var seed = 0; seed < 10; seed++) {
            var lanes = new ArrayList<double[]>();
            List<Analysis.Pair> before = List.of();
            for (var lane = 0; lane < 8; lane++) {
                lanes.add(noisy(1000 * Math.pow(1.15, lane % 3), 0.25, 12, 31 * seed + lane));
                var now = speed(Measured.speeds(lanes.toArray(double[][]::new))).pairs();
                for (var old : before) {
                    var same = now.stream().filter(p -> p.a() == old.a() && p.b() == old.b()).findFirst().orElseThrow();
                    assertThat(same.interval().low()).isLessThanOrEqualTo(old.interval().low());
                    assertThat(same.interval().high()).isGreaterThanOrEqualTo(old.interval().high());
                    assertThat(same.ratio()).isEqualTo(old.ratio());
                }
                before = now;
            }
        }
    }

    @Test
    void theVerdictAndTheIntervalNeverDisagree() {
        for (var seed = 0; seed < 30; seed++) {
            var from = seed;
            var analysis = speed(Measured.speeds(IntStream.range(0, 4)
                    .mapToObj(lane -> noisy(1000 * Math.pow(1.2, lane), 0.25, 12, 17 * from + lane))
                    .toArray(double[][]::new)));
            for (var pair : analysis.pairs()) {
                assertThat(pair.verdict() == Verdict.FASTER || pair.verdict() == Verdict.SLOWER)
                        .isEqualTo(!pair.interval().contains(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void theOrderOfSamplesDoesNotMatterAndTheSeedRepeats(Measure measure) {
        var comparison = Measured.speeds(noisy(1000, 0.3, 12, 1), noisy(1100, 0.3, 12, 2), noisy(900, 0.3, 12, 3));
        var shuffled = new ArrayList<>(comparison.samples());
        Collections.shuffle(shuffled, new Random(5));
        var expected = Analyst.analyse(comparison, measure);
        assertThat(Analyst.analyse(Measured.of(3, shuffled), measure)).isEqualTo(expected);
        assertThat(Analyst.analyse(comparison, measure)).isEqualTo(expected);
    }

    @Test
    void noInfinityAndNoNaNComesOut() {
        var odd = new double[]{1e-300, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, 0, -1, 5, 6,
            7};
        var analysis = speed(Measured.speeds(odd, noisy(10, 1, odd.length, 1), new double[odd.length]));
        var figures = new ArrayList<Double>();
        for (var lane : analysis.lanes()) {
            figures.addAll(lane.values());
            figures.addAll(Arrays.asList(lane.median(), lane.lowerQuartile(), lane.upperQuartile()));
        }
        for (var pair : analysis.pairs()) {
            figures.add(pair.ratio());
            if (pair.interval() != null) {
                figures.addAll(List.of(pair.interval().low(), pair.interval().high()));
            }
        }
        assertThat(figures).allMatch(f -> f == null || Double.isFinite(f));
    }

    @Test
    void preciseOnceEveryPairIsWithinFivePercent() {
        assertThat(Analyst.precise(speed(Measured.speeds(noisy(1000, 0.02, 12, 1), noisy(3000, 0.02, 12, 2)))))
                .isTrue();
        assertThat(Analyst.precise(speed(Measured.speeds(noisy(1000, 0.2, 12, 1), noisy(3000, 0.2, 12, 2))))).isFalse();
        assertThat(Analyst.precise(speed(Measured.speeds(new double[3], new double[3])))).isFalse();
    }
}
