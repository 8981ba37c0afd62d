package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.compare.Analysis.Flag;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One lane is asked again by itself, or no more rounds are made. */
@Timeout(120)
class AskedAgainTest {
    @Test
    void aLaneThatWasStoppedIsAskedForItsMissingRoundsAndCountsForNothing() throws Exception {
        try (var rig = new Rig()) {
            var run = Rig.run(Mode.ROUNDS, "Write 200 tokens", 4, true,
                    Rig.lane(0, rig.account(config -> config.withSpeed(4_000.0))),
                    Rig.lane(1, rig.account(config -> config.withSpeed(4_000.0))));
            var running = rig.comparer.start(run, false);
            while (running.lanes().get(1).done() < 2) {
                Thread.sleep(1);
            }
            running.stop(1);
            var before = Rig.finish(running);
            assertThat(before.state()).isEqualTo(Comparison.State.DONE);
            assertThat(before.lacking(0)).isEmpty();
            assertThat(before.lacking(1)).isNotEmpty().contains(4);

            var again = rig.comparer.again(before, run, 1, false);
            assertThat(again.id()).isEqualTo(before.id());
            var after = again.result().get(30, TimeUnit.SECONDS);
            var added = after.samples().subList(before.samples().size(), after.samples().size());
            assertThat(added).extracting(Sample::round).containsExactlyElementsOf(before.lacking(1));
            assertThat(added).allSatisfy(sample -> {
                assertThat(sample.lane()).isEqualTo(1);
                assertThat(sample.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(sample.again()).isTrue();
                assertThat(sample.counts()).isFalse();
            });
            assertThat(after.lacking(1)).isEmpty();
            assertThat(rig.kept.read(before.id()).samples()).isEqualTo(after.samples());
            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.endedAt()).isEqualTo(before.endedAt());

            var then = Analyst.analyse(before, Measure.OUTPUT_SPEED);
            var now = Analyst.analyse(after, Measure.OUTPUT_SPEED);
            assertThat(now.pairs()).isEqualTo(then.pairs());
            assertThat(now.lanes()).isEqualTo(then.lanes());
            assertThat(now.fairness()).filteredOn(one -> one.flag() == Flag.AGAIN).singleElement().satisfies(one -> {
                assertThat(one.lanes()).containsExactly(1);
                assertThat(one.figure()).isEqualTo(added.size());
            });
            assertThat(VerdictWords.fairness(now))
                    .anyMatch(words -> words.startsWith("B was asked again after the run"));
        }
    }

    @Test
    void inARaceItIsAskedOnceMoreAndCanBeStopped() throws Exception {
        try (var rig = new Rig()) {
            var slow = rig.account(config -> config.withSpeed(100.0));
            var run = Rig.run(Mode.RACE, "Write 300 tokens", 1, true, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, slow));
            var running = rig.comparer.start(run, false);
            while (running.lanes().get(0).done() < 1) {
                Thread.sleep(1);
            }
            running.stop(1);
            var before = Rig.finish(running);
            assertThat(before.lacking(0)).containsExactly(1);
            var again = rig.comparer.again(before, run, 1, false);
            while (again.lanes().get(1).exchange() == null) {
                Thread.sleep(1);
            }
            assertThat(again.progress().requests()).isEqualTo(1);
            again.cancel();
            var after = again.result().get(30, TimeUnit.SECONDS);
            assertThat(after.samples().size() - before.samples().size()).isLessThanOrEqualTo(1);
            assertThat(again.lanes().get(0).exchange()).isNull();
        }
    }

    @Test
    void roundsEndOnceTheAnswerIsPreciseAndNotBefore() throws Exception {
        try (var rig = new Rig()) {
            var lanes = new Lane[]{Rig.lane(0, rig.account(config -> config.withSpeed(500.0))),
                Rig.lane(1, rig.account(config -> config.withSpeed(1_000.0)))};
            var all = Rig.run(Mode.ROUNDS, "Write 100 tokens", 40, true, lanes);
            var setup = all.setup();
            var run = new Comparer.Run(null, null, new ComparisonSetup(setup.mode(), "", setup.prompt(), setup.lanes(),
                    40, true, true, true), all.lanes());
            var result = rig.finish(run);
            assertThat(result.state()).isEqualTo(Comparison.State.DONE);
            assertThat(result.reached()).isBetween(7, 39);
            assertThat(result.endedPrecise()).isTrue();
            assertThat(Analyst.precise(Analyst.analyse(result, Measure.OUTPUT_SPEED))).isTrue();
            var inARow = 0;
            for (var round = 6; round <= result.reached(); round++) {
                var until = round;
                var then = result.with(result.samples().stream().filter(each -> each.round() <= until).toList());
                var precise = Analyst.precise(Analyst.analyse(then, Measure.OUTPUT_SPEED));
                inARow = precise ? inARow + 1 : 0;
                assertThat(inARow).as("after round " + round).isLessThanOrEqualTo(round < result.reached() ? 1 : 2);
            }
            assertThat(inARow).isEqualTo(2);
        }
    }
}
