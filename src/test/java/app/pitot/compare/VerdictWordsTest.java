package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Analysis.Fairness;
import app.pitot.compare.Analysis.Flag;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.statistics.Interval;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences of a verdict. */
class VerdictWordsTest {
    private static Pair pair(int a, int b, double ratio, double low, double high, Verdict verdict) {
        return new Pair(a, b, 9, ratio, new Interval(low, high, 0.95), verdict,
                verdict == Verdict.UNDECIDED ? 14 : null);
    }

    private static Analysis analysis(Measure measure, List<Integer> ranking, Verdict verdict, Pair... pairs) {
        var lanes = IntStream.range(0, ranking.size())
                .mapToObj(i -> new LaneSummary(i, List.of(), null, null, null, null, null, null, 0, 0)).toList();
        return new Analysis(measure, lanes, List.of(pairs), ranking, verdict, List.of(), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "OUTPUT_SPEED|A is 3.0 × faster than B",
        "TTFT|A begins 3.0 × sooner than B",
        "FIRST_ANSWER|A answers 3.0 × sooner than B",
        "TOTAL|A is done 3.0 × sooner than B",
        "END_TO_END_SPEED|A is 3.0 × faster than B, wait included",
        "TEXT_SPEED|A writes text 3.0 × faster than B"})
    void whoIsFaster(Measure measure, String headline) {
        var analysis = analysis(measure, List.of(0, 1), Verdict.FASTER, pair(0, 1, 3, 2.8, 3.2, Verdict.FASTER));
        assertThat(VerdictWords.headline(analysis)).isEqualTo(headline);
        assertThat(VerdictWords.evidence(analysis)).isEqualTo("95 % interval 2.8 to 3.2, paired over 9 rounds.");
    }

    @Test
    void theFasterIsNamedFirstWhicheverLaneItIs() {
        var second = analysis(Measure.OUTPUT_SPEED, List.of(1, 0), Verdict.FASTER,
                pair(0, 1, 0.5, 0.4, 0.625, Verdict.SLOWER));
        assertThat(VerdictWords.headline(second)).isEqualTo("B is 2.0 × faster than A");
        assertThat(VerdictWords.evidence(second)).startsWith("95 % interval 1.6 to 2.5,");
        // By medians B leads, by rounds A does: the rounds decide.
        var againstMedians = analysis(Measure.OUTPUT_SPEED, List.of(1, 0), Verdict.SLOWER,
                pair(0, 1, 1.25, 1.1, 1.4, Verdict.FASTER));
        assertThat(VerdictWords.headline(againstMedians)).isEqualTo("A is 1.25 × faster than B");
    }

    @Test
    void noIntervalEndIsRoundedToOne() {
        var close = analysis(Measure.OUTPUT_SPEED, List.of(0, 1), Verdict.FASTER,
                pair(0, 1, 1.06, 1.002, 1.12, Verdict.FASTER));
        assertThat(VerdictWords.evidence(close)).startsWith("95 % interval 1.002 to 1.120,");
        var far = analysis(Measure.OUTPUT_SPEED, List.of(0, 1), Verdict.FASTER,
                pair(0, 1, 1234, 900, 1700, Verdict.FASTER));
        assertThat(VerdictWords.headline(far)).isEqualTo("A is 1,234 × faster than B");
    }

    @Test
    void whatIsNotDecidedSaysWhatWouldDecideIt() {
        var open = analysis(Measure.TTFT, List.of(1, 0), Verdict.UNDECIDED,
                pair(0, 1, 0.9, 0.7, 1.1, Verdict.UNDECIDED));
        assertThat(VerdictWords.all(open)).containsExactly("B and A cannot be told apart yet.",
                "95 % interval 0.91 to 1.43, paired over 9 rounds. About 14 more rounds would tell.");
        var tie = analysis(Measure.TTFT, List.of(0, 1), Verdict.TIE, pair(0, 1, 1, 0.98, 1.02, Verdict.TIE));
        assertThat(VerdictWords.headline(tie)).isEqualTo("A and B are equally fast, within 5 %");
        var hopeless = analysis(Measure.TTFT, List.of(0, 1), Verdict.UNDECIDED,
                new Pair(0, 1, 12, 1.02, new Interval(0.8, 1.3, 0.95), Verdict.UNDECIDED, 2000));
        assertThat(VerdictWords.evidence(hopeless)).endsWith("They are too close for 300 rounds to tell.");
        var one = analysis(Measure.TTFT, List.of(0, 1), Verdict.UNDECIDED,
                new Pair(0, 1, 12, 1.2, new Interval(0.99, 1.4, 0.95), Verdict.UNDECIDED, 1));
        assertThat(VerdictWords.evidence(one)).endsWith("About one more round would tell.");
    }

    @Test
    void tooLittleToSay() {
        var few = analysis(Measure.TTFT, List.of(0, 1), Verdict.NOT_ENOUGH,
                new Pair(0, 1, 3, 1.2, null, Verdict.NOT_ENOUGH, 3));
        assertThat(VerdictWords.all(few)).containsExactly("Not enough data to compare A and B.",
                "They have 3 rounds in common, and a verdict needs 6.");
        var race = analysis(Measure.TTFT, List.of(0, 1), Verdict.NOT_ENOUGH,
                new Pair(0, 1, 1, 1.2, null, Verdict.NOT_ENOUGH, null));
        assertThat(VerdictWords.evidence(race)).startsWith("One race is one sample");
        assertThat(VerdictWords.all(analysis(Measure.TTFT, List.of(), Verdict.NOT_ENOUGH)))
                .containsExactly("No lane has a value yet.");
        assertThat(VerdictWords.all(analysis(Measure.TTFT, List.of(2), Verdict.NOT_ENOUGH)))
                .containsExactly("Only C has values: nothing to compare with.");
    }

    @Test
    void otherPairsAreToldUnlessTheyFollow() {
        var three = analysis(Measure.OUTPUT_SPEED, List.of(0, 1, 2), Verdict.FASTER,
                pair(0, 1, 3, 2.8, 3.2, Verdict.FASTER), pair(0, 2, 6.3, 5.9, 6.6, Verdict.FASTER),
                pair(1, 2, 2.1, 1.9, 2.3, Verdict.FASTER));
        assertThat(VerdictWords.evidence(three)).isEqualTo("95 % interval 2.8 to 3.2, paired over 9 rounds.");
        assertThat(VerdictWords.others(three)).containsExactly("B is 2.1 × faster than C (1.9 to 2.3).");
        var open = analysis(Measure.OUTPUT_SPEED, List.of(0, 1, 2), Verdict.UNDECIDED,
                pair(0, 1, 1.1, 0.9, 1.3, Verdict.UNDECIDED), pair(0, 2, 0.2, 0.1, 0.3, Verdict.SLOWER),
                pair(1, 2, 2.1, 1.9, 2.3, Verdict.FASTER));
        assertThat(VerdictWords.others(open)).containsExactly("B is 2.1 × faster than C (1.9 to 2.3).",
                "C is 5.0 × faster than A (3.3 to 10.0).");
    }

    @Test
    void theLevelIsTheOneAtWhichItWasTested() {
        var pair = new Pair(0, 1, 12, 3.0, new Interval(2.8, 3.2, 1 - 0.05 / 3), Verdict.FASTER, null);
        var three = analysis(Measure.TTFT, List.of(0, 1, 2), Verdict.FASTER, pair,
                pair(0, 2, 3, 2, 4, Verdict.FASTER), pair(1, 2, 1, 0.9, 1.1, Verdict.UNDECIDED));
        assertThat(VerdictWords.evidence(three)).isEqualTo(
                "98.3 % interval 2.8 to 3.2, paired over 12 rounds: as strict as 3 pairs at once need.");
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void everyFlagHasASentenceThatNamesTheLanes(Flag flag) {
        for (var figure : new Double[]{null, 1.0, 34.4, -0.71}) {
            var two = VerdictWords.fairness(new Fairness(flag, Set.of(2, 0), figure));
            assertThat(two).endsWith(".").doesNotContain("{").doesNotContain("null");
            if (flag != Flag.SHARED_CLIENT) {
                assertThat(two).contains("A and C");
            }
        }
    }

    @Test
    void sentencesOfFairness() {
        assertThat(VerdictWords.fairness(new Fairness(Flag.LENGTH, Set.of(2), 34.4)))
                .isEqualTo("The answers of C are up to 34 % shorter than the longest.");
        assertThat(VerdictWords.fairness(new Fairness(Flag.FAILED, Set.of(0, 1, 3), 1200.0)))
                .isEqualTo("1200 requests of A, B and D failed.");
        assertThat(VerdictWords.fairness(new Fairness(Flag.TRUNCATED, Set.of(1), 1.0)))
                .isEqualTo("One reply of B broke off or was stopped, and does not count.");
        assertThat(VerdictWords.fairness(new Fairness(Flag.DRIFT, Set.of(0, 1), -0.71)))
                .isEqualTo("The difference between A and B changed over the rounds (rank correlation −0.71).");
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureHasAName(Measure measure) {
        assertThat(VerdictWords.name(measure)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictHasAName(Verdict verdict) {
        assertThat(VerdictWords.name(verdict)).isNotBlank();
    }
}
