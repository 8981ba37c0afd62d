package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.simulator.Fault;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.speed.SpeedFlag;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One lane fails in one way or another; the other one goes on. */
@Timeout(120)
class BadLanesTest {
    @Test
    void neverAnswers() throws Exception {
        try (var rig = new Rig(); var silent = new SilentServer()) {
            var running = rig.comparer.start(Rig.run(Mode.ROUNDS, 3, Rig.lane(0, Rig.at(silent.url(), Rig.plan())),
                    Rig.lane(1, rig.account(config -> config))), false);
            var all = Rig.finish(running);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(sample.error().kind()).isEqualTo(ErrorKind.HEADER_TIMEOUT);
            });
            assertThat(of(all, 1)).hasSize(4).extracting(Sample::outcome).containsOnly(Outcome.COMPLETE);
            assertThat(running.lanes().get(0).stopped())
                    .startsWith("Failed 2 times in a row. The provider did not answer in time");
            assertThat(running.lanes().get(1).stopped()).isNull();
        }
    }

    @Test
    void neverAnswersInARace() throws Exception {
        try (var rig = new Rig(); var silent = new SilentServer()) {
            var all = rig.finish(Rig.run(Mode.RACE, 1, Rig.lane(0, Rig.at(silent.url(), Rig.plan())),
                    Rig.lane(1, rig.account(config -> config))));
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(1).allMatch(sample -> sample.outcome() == Outcome.FAILED);
            assertThat(of(all, 1)).hasSize(1).allMatch(Sample::counts);
        }
    }

    @Test
    void answersAtOnceWithEverything() throws Exception {
        try (var rig = new Rig()) {
            var all = twoLanes(rig, "burst", 2);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(3).allSatisfy(sample -> {
                assertThat(sample.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(sample.speed().outputTokensPerSecond()).isNull();
                assertThat(sample.speed().flags()).containsAnyOf(SpeedFlag.ARRIVED_AT_ONCE, SpeedFlag.BUFFERED);
                assertThat(sample.speed().totalMs()).isPositive();
                assertThat(sample.curve().ms()).isNotEmpty();
            });
        }
    }

    @Test
    void refusesThreeTimes() throws Exception {
        try (var rig = new Rig()) {
            var all = twoLanes(rig, "429-queue", 4);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(3).allSatisfy(sample -> {
                assertThat(sample.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(sample.error().kind()).isEqualTo(ErrorKind.QUEUE);
            });
            assertThat(of(all, 1)).hasSize(5).extracting(Sample::outcome).containsOnly(Outcome.COMPLETE);
        }
    }

    @Test
    void aRefusalThatPassesIsAnOutcomeAndNothingIsSentAgain() throws Exception {
        try (var rig = new Rig()) {
            var all = twoLanes(rig, "503@2", 3);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(4);
            assertThat(of(all, 0).get(1).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(of(all, 0).stream().filter(Sample::counts)).hasSize(2);
            assertThat(rig.exchanges.asked()).hasSize(8);
        }
    }

    @Test
    void aBadKeyEndsItsLaneAtOnce() throws Exception {
        try (var rig = new Rig()) {
            var running = rig.comparer.start(lanes(rig, "401", 3), false);
            var all = Rig.finish(running);
            assertThat(of(all, 0)).hasSize(1);
            assertThat(of(all, 1)).hasSize(4);
            assertThat(running.lanes().get(0).stopped()).startsWith("The provider does not accept the key: ");
        }
    }

    @Test
    void isCut() throws Exception {
        try (var rig = new Rig()) {
            var all = twoLanes(rig, "cut:after-3000", 2);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).hasSize(3).allSatisfy(sample -> {
                assertThat(sample.outcome()).isNotEqualTo(Outcome.COMPLETE);
                assertThat(sample.counts()).isFalse();
                assertThat(sample.answer() + sample.reasoning()).isNotEmpty();
            });
        }
    }

    @Test
    void isAHundredTimesSlower() throws Exception {
        try (var rig = new Rig()) {
            var all = rig.finish(Rig.run(Mode.ROUNDS, "Write 300 tokens", 2, false,
                    Rig.lane(0, rig.account(config -> config.withSpeed(5_000.0))),
                    Rig.lane(1, rig.account(config -> config.withSpeed(50.0)))));
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(all.samples()).hasSize(4).allMatch(Sample::counts);
            assertThat(of(all, 1)).allSatisfy(
                    sample -> assertThat(sample.speed().outputTokensPerSecond()).isBetween(48.0, 52.0));
            assertThat(of(all, 0)).allSatisfy(
                    sample -> assertThat(sample.speed().outputTokensPerSecond()).isGreaterThan(2_000));
        }
    }

    @Test
    void theContextOfOneIsTooSmall() throws Exception {
        try (var rig = new Rig()) {
            var small = new Plan("small", "Small", "simulator", LocalDate.EPOCH, "none", List.of(), 400, null, "");
            var run = Rig.run(Mode.ROUNDS, "wind and weather ".repeat(100), 2, true,
                    Rig.lane(0, rig.account(small, config -> config)), Rig.lane(1, rig.account(config -> config)));
            var estimate = rig.comparer.estimate(run);
            assertThat(estimate.problems()).hasSize(1);
            assertThat(estimate.problems().getFirst().lane()).isZero();
            assertThat(estimate.problems().getFirst().preFlight().verdict()).isEqualTo(Verdict.OVER_CONTEXT);
            assertThat(estimate.requests()).isEqualTo(3);
            var running = rig.comparer.start(run, false);
            var all = Rig.finish(running);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(of(all, 0)).isEmpty();
            assertThat(of(all, 1)).hasSize(3).extracting(Sample::outcome).containsOnly(Outcome.COMPLETE);
            assertThat(running.lanes().getFirst().stopped()).contains("the model and its plan take 400");
            assertThat(rig.exchanges.asked()).hasSize(3);
        }
    }

    @Test
    void nobodyIsLeft() throws Exception {
        try (var rig = new Rig()) {
            var all = rig.finish(Rig.run(Mode.ROUNDS, 5, Rig.lane(0, rig.account(faulty("401"))),
                    Rig.lane(1, rig.account(faulty("404")))));
            assertThat(all.state()).isEqualTo(Comparison.State.BROKEN_OFF);
            assertThat(all.samples()).hasSize(2);
            assertThat(rig.kept.read(all.id()).state()).isEqualTo(Comparison.State.BROKEN_OFF);
        }
    }

    @Test
    void oneRequestAMinute() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.MINUTE, 1, Refill.CONTINUOUS));
        try (var rig = Rig.hurried()) {
            var run = Rig.run(Mode.ROUNDS, "Write 100 tokens", 2, false,
                    Rig.lane(0, rig.account(plan, config -> config)),
                    Rig.lane(1, rig.account(config -> config)));
            // Of two requests the first leaves at once.
            assertThat(rig.comparer.estimate(run).tookMs()).isBetween(60_000.0, 80_000.0);
            var running = rig.comparer.start(run, false);
            var waited = false;
            while (!running.result().isDone()) {
                var now = running.progress();
                if (now.waitLane() == 0) {
                    waited |= now.waitMs() > 0 && "RPM".equals(now.waitFor());
                }
                Thread.sleep(5);
            }
            var all = Rig.finish(running);
            assertThat(waited).isTrue();
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(all.samples()).hasSize(4).extracting(Sample::outcome).containsOnly(Outcome.COMPLETE);
            assertThat(of(all, 0).stream().skip(1)).allMatch(sample -> sample.heldMs() > 30_000);
            assertThat(rig.server(0).state().refused()).isZero();
        }
    }

    private static UnaryOperator<SimulatorConfig> faulty(String fault) {
        return config -> config.withFault(Fault.parse(fault));
    }

    private static Comparer.Run lanes(Rig rig, String fault, int rounds) throws Exception {
        return Rig.run(Mode.ROUNDS, rounds, Rig.lane(0, rig.account(faulty(fault))),
                Rig.lane(1, rig.account(config -> config)));
    }

    private static Comparison twoLanes(Rig rig, String fault, int rounds) throws Exception {
        return rig.finish(lanes(rig, fault, rounds));
    }

    private static List<Sample> of(Comparison all, int lane) {
        return all.samples().stream().filter(sample -> sample.lane() == lane).toList();
    }
}
