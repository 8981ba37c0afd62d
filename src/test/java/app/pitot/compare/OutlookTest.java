package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.Outcome;
import app.pitot.compare.Comparer.Run;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of the time that is left, against the time that it then took. */
@Timeout(120)
class OutlookTest {
    private record Said(long at, double leftMs) {}

    @Test
    void theTimeLeftIsAboutRightAndDoesNotJump() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.MINUTE, 6, Refill.CONTINUOUS));
        try (var rig = Rig.hurried()) {
            var account = rig.account(plan, config -> config.withSpeed(2_000.0));
            var run = Rig.run(Mode.ROUNDS, "Write 200 tokens", 6, true, Rig.lane(0, account),
                    Rig.lane(1, account));
            var estimate = rig.comparer.estimate(run).tookMs();
            var begun = rig.clocks().nanos();
            var running = rig.comparer.start(run, false);
            var said = new ArrayList<Said>();
            while (!running.result().isDone()) {
                var left = running.progress().leftMs();
                if (left != null) {
                    said.add(new Said(rig.clocks().nanos(), left));
                }
                Thread.sleep(20);
            }
            var took = (rig.clocks().nanos() - begun) / 1e6;
            assertThat(Rig.finish(running).samples()).hasSize(14).extracting(Sample::outcome)
                    .containsOnly(Outcome.COMPLETE);
            assertThat(estimate).isBetween(0.6 * took, 1.4 * took);
            // From then on it knows how long a reply takes.
            var end = begun + (long) (took * 1e6);
            for (var each : said.subList(said.size() / 4, said.size())) {
                assertThat(each.leftMs() - (end - each.at()) / 1e6).isBetween(-0.25 * took, 0.25 * took);
            }
            for (var i = said.size() / 4; i < said.size(); i++) {
                assertThat(said.get(i).leftMs() - said.get(i - 1).leftMs()).isLessThan(0.15 * took);
            }
        }
    }

    @Test
    void aPauseHoldsTheClock() throws Exception {
        try (var rig = new Rig()) {
            var slow = rig.account(config -> config.withSpeed(2_000.0));
            var running = rig.comparer
                    .start(Rig.run(Mode.ROUNDS, "Write 200 tokens", 20, true, Rig.lane(0, slow), Rig.lane(1, slow)),
                            false);
            while (running.progress().sent() < 4) {
                Thread.sleep(5);
            }
            running.pause();
            Thread.sleep(400);
            var first = running.progress();
            Thread.sleep(400);
            var second = running.progress();
            assertThat(first.paused()).isTrue();
            assertThat(second.leftMs()).isEqualTo(first.leftMs());
            assertThat(second.waitLane()).isEqualTo(-1);
            running.cancel();
            Rig.finish(running);
        }
    }

    @Test
    void learnsFromTheModelsOwnReplies() throws Exception {
        try (var rig = new Rig()) {
            var account = rig.account(config -> config);
            var lanes = List.of(new Lane(0, account, Rig.MODEL, ChatParameters.NONE),
                    new Lane(1, account, Rig.MODEL, ChatParameters.NONE));
            var run = Rig.run(Mode.ROUNDS, "Write 150 tokens", 3, true, lanes.toArray(Lane[]::new));
            var before = rig.comparer.estimate(run);
            var all = rig.finish(run);
            var truth = all.samples().stream().mapToLong(sample -> sample.usage().totalTokens()).sum();
            assertThat(before.tokens()).isGreaterThan(2 * truth);
            assertThat((double) rig.comparer.estimate(run).tokens()).isBetween(0.85 * truth, 1.15 * truth);
        }
    }

    @Test
    void nothingToRunNeedsNothing() throws Exception {
        try (var rig = new Rig()) {
            var estimate = rig.comparer
                    .estimate(new Run(null, null, ComparisonSetup.NONE, List.of()));
            assertThat(estimate.requests()).isZero();
            assertThat(estimate.tookMs()).isNull();
            assertThat(estimate.cost()).isNull();
        }
    }
}
