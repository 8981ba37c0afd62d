package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.Outcome;
import app.pitot.compare.Analysis.Fairness;
import app.pitot.compare.Analysis.Flag;
import app.pitot.compare.Measured.One;
import app.pitot.speed.SpeedFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must be known before a difference is believed. */
class FairTest {
    /** Two lanes of eight rounds; the second is changed. */
    private static List<Sample> beside(UnaryOperator<One> change) {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= 8; round++) {
            samples.add(new One(0, round).sample());
            samples.add(change.apply(new One(1, round)).sample());
        }
        return samples;
    }

    private static List<Fairness> flags(Measure measure, UnaryOperator<One> change) {
        return Analyst.analyse(Measured.of(2, beside(change)), measure).fairness();
    }

    @Test
    void nothingIsSaidOfEquals() {
        for (var measure : Measure.values()) {
            assertThat(flags(measure, one -> one)).isEmpty();
        }
    }

    @Test
    void answersOfOtherLength() {
        assertThat(flags(Measure.TTFT, one -> one.answer("x".repeat(1320))))
                .containsExactly(new Fairness(Flag.LENGTH, Set.of(1), 34.0));
        assertThat(flags(Measure.TTFT, one -> one.answer("x".repeat(1600)))).isEmpty();
        assertThat(flags(Measure.TTFT, one -> one.answer(""))).as("not kept: by all text").isEmpty();
    }

    @Test
    void repliesThatAreCutLostOrRefused() {
        assertThat(flags(Measure.TOTAL, one -> one.flags(SpeedFlag.CUT_AT_LIMIT)))
                .containsExactly(new Fairness(Flag.CUT, Set.of(1), 8.0));
        assertThat(flags(Measure.TOTAL, one -> one.outcome(Outcome.TRUNCATED)))
                .containsExactly(new Fairness(Flag.TRUNCATED, Set.of(1), 8.0));
        assertThat(flags(Measure.TOTAL, one -> one.outcome(Outcome.REFUSED)))
                .containsExactly(new Fairness(Flag.FAILED, Set.of(1), 8.0));
    }

    @Test
    void whatConcernsTheWaitIsSaidOfTheWait() {
        assertThat(flags(Measure.TTFT, one -> one.cached(90)))
                .containsExactly(new Fairness(Flag.CACHED, Set.of(1), 8.0));
        assertThat(flags(Measure.OUTPUT_SPEED, one -> one.cached(90))).isEmpty();
        assertThat(flags(Measure.TTFT, One::cold)).containsExactly(new Fairness(Flag.CONNECTION, Set.of(1), null));
        assertThat(flags(Measure.OUTPUT_SPEED, One::cold)).isEmpty();
        assertThat(Analyst.analyse(Measured.of(1, List.of(new One(0, 1).cold().sample())), Measure.TTFT).fairness())
                .as("all alike").isEmpty();
    }

    @Test
    void whatConcernsTheSpeedIsSaidOfTheSpeed() {
        assertThat(flags(Measure.OUTPUT_SPEED, one -> one.flags(SpeedFlag.SMALL_SAMPLE)))
                .containsExactly(new Fairness(Flag.FEW_TOKENS, Set.of(1), 8.0));
        assertThat(flags(Measure.TTFT, one -> one.flags(SpeedFlag.SMALL_SAMPLE))).isEmpty();
        assertThat(flags(Measure.OUTPUT_SPEED, one -> one.flags(SpeedFlag.ARRIVED_AT_ONCE)))
                .containsExactly(new Fairness(Flag.BURST, Set.of(1), 8.0));
        assertThat(flags(Measure.TTFT, one -> one.flags(SpeedFlag.ARRIVED_AT_ONCE))).isEmpty();
        assertThat(flags(Measure.TTFT, one -> one.flags(SpeedFlag.BUFFERED)))
                .containsExactly(new Fairness(Flag.BURST, Set.of(1), 8.0));
        assertThat(flags(Measure.OUTPUT_SPEED, One::estimated))
                .containsExactly(new Fairness(Flag.ESTIMATED, Set.of(1), null));
        assertThat(flags(Measure.TEXT_SPEED, One::estimated)).isEmpty();
    }

    @Test
    void otherWaysOfAnswering() {
        assertThat(flags(Measure.TTFT, one -> one.reasoning("Let me see")))
                .containsExactly(new Fairness(Flag.REASONING, Set.of(1), null));
        assertThat(flags(Measure.TTFT, one -> one.protocol("http/1.1")))
                .containsExactly(new Fairness(Flag.PROTOCOL, Set.of(1), null));
        assertThat(flags(Measure.TTFT, one -> one.protocol(null))).as("unknown").isEmpty();
        var turn = new int[1];
        assertThat(flags(Measure.TTFT, one -> one.servedBy("Provider " + turn[0]++ % 2)))
                .containsExactly(new Fairness(Flag.SERVED, Set.of(1), null));
        assertThat(flags(Measure.TTFT, one -> one.servedBy("Always the same"))).isEmpty();
    }

    @Test
    void allThatThinkAreAlike() {
        var samples = IntStream.range(0, 2).mapToObj(lane -> new One(lane, 1).reasoning("Hm").sample()).toList();
        assertThat(Analyst.analyse(Measured.of(2, samples), Measure.TTFT).fairness()).isEmpty();
    }

    @Test
    void otherParametersAndASharedClient() {
        var hot = ChatParameters.of(1.0, 300);
        var none = ChatParameters.NONE;
        var race = Measured.of(Mode.RACE, List.of(none, hot, none), List.of());
        assertThat(Analyst.analyse(race, Measure.TTFT).fairness()).containsExactly(
                new Fairness(Flag.PARAMETERS, Set.of(1), null),
                new Fairness(Flag.SHARED_CLIENT, Set.of(0, 1, 2), null));
    }

    @Test
    void aDifferenceThatGrowsAndRoundsThatFollowEachOther() {
        var drifting = Measured.speeds(IntStream.range(0, 24).mapToDouble(i -> 1000 + 20 * i).toArray(),
                IntStream.range(0, 24).mapToDouble(i -> 1000 + i % 3).toArray());
        var flags = Analyst.analyse(drifting, Measure.OUTPUT_SPEED).fairness();
        assertThat(flags).extracting(Fairness::flag).containsExactly(Flag.DRIFT, Flag.CORRELATED);
        assertThat(flags.getFirst().figure()).isGreaterThan(0.95);
        assertThat(flags.get(1).figure()).isGreaterThan(0.5);
        assertThat(flags.getFirst().lanes()).containsExactlyInAnyOrder(0, 1);
    }
}
