package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ExchangeComparerTest {
    @Test
    void runsRoundsAndKeepsThem() throws Exception {
        try (var rig = new Rig()) {
            var run = Rig.run(Mode.ROUNDS, 4, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, rig.account(config -> config)));
            var running = rig.comparer.start(run, false);
            var all = Rig.finish(running);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(all.seed()).isEqualTo(42);
            assertThat(all.appVersion()).isEqualTo("1.2.3");
            assertThat(all.samples()).hasSize(10).allMatch(sample -> sample.outcome() == Outcome.COMPLETE);
            assertThat(all.samples().stream().filter(Sample::counts)).hasSize(8);
            for (var round = 0; round <= 4; round++) {
                var number = round;
                assertThat(all.samples().stream().filter(sample -> sample.round() == number).map(Sample::place))
                        .containsExactly(0, 1);
            }
            assertThat(rig.kept.read(all.id())).isEqualTo(all);
            assertThat(running.soFar()).isEqualTo(all);
            assertThat(running.progress().sent()).isEqualTo(10);
            assertThat(running.progress().requests()).isEqualTo(10);
            assertThat(running.progress().leftMs()).isZero();
        }
    }

    @Test
    void everySampleHasItsCurveAndAWarmConnection() throws Exception {
        try (var rig = new Rig()) {
            var all = rig.finish(Rig.run(Mode.ROUNDS, 3, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, rig.account(config -> config))));
            assertThat(all.samples()).allSatisfy(sample -> {
                assertThat(sample.protocol()).isEqualTo("http/1.1");
                assertThat(sample.speed().reused()).isTrue();
                assertThat(sample.curve().ms()).hasSizeBetween(2, 160);
                assertThat(sample.curve().bytes()[sample.curve().bytes().length - 1])
                        .isEqualTo(sample.speed().textBytes());
            });
        }
    }

    @Test
    void racesAllLanesOverConnectionsOfTheirOwn() throws Exception {
        try (var rig = new Rig()) {
            var account = rig.account(config -> config.withSpeed(2_000.0));
            var lanes = IntStream.range(0, 8).mapToObj(i -> Rig.lane(i, account)).toArray(Lane[]::new);
            var all = rig.finish(Rig.run(Mode.RACE, 12, lanes));
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(all.samples()).hasSize(8).allSatisfy(sample -> {
                assertThat(sample.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(sample.round()).isEqualTo(1);
                assertThat(sample.place()).isZero();
                assertThat(sample.speed().reused()).isTrue();
            });
            assertThat(all.samples().stream().map(Sample::lane)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void withoutWarmUpTheFirstIsCold() throws Exception {
        try (var rig = new Rig()) {
            var all = rig.finish(Rig.run(Mode.RACE, "Write 100 tokens", 1, false,
                    Rig.lane(0, rig.account(config -> config)), Rig.lane(1, rig.account(config -> config))));
            assertThat(all.samples()).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.speed().reused()).isFalse();
                assertThat(sample.speed().connectMs()).isPositive();
            });
        }
    }

    @Test
    void estimatesBeforeAnythingIsSent() throws Exception {
        try (var rig = new Rig()) {
            var run = Rig.run(Mode.ROUNDS, 12, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, rig.account(config -> config)));
            var estimate = rig.comparer.estimate(run);
            assertThat(estimate.requests()).isEqualTo(26);
            assertThat(estimate.tokens()).isBetween(26 * 300L, 26 * 340L);
            assertThat(estimate.tookMs()).isBetween(5_000.0, 120_000.0);
            assertThat(estimate.problems()).isEmpty();
            assertThat(estimate.asks()).isFalse();
            assertThat(rig.server(0).state().admitted()).isZero();
        }
    }

    @Test
    void everyPlaceIsHadEquallyOften() {
        for (var lanes = 2; lanes <= 8; lanes++) {
            var orders = Orders.of(lanes, 12 * lanes, new SplittableRandom(lanes));
            var counts = new HashMap<List<Integer>, Integer>();
            for (var order : orders) {
                for (var place = 0; place < lanes; place++) {
                    counts.merge(List.of(order[place], place), 1, Integer::sum);
                }
            }
            assertThat(counts).hasSize(lanes * lanes);
            assertThat(counts.values()).containsOnly(12);
        }
    }

    @Test
    void everyLaneFollowsEachOtherEquallyOften() {
        for (var lanes = 2; lanes <= 8; lanes++) {
            var orders = Orders.of(lanes, 4 * lanes, new SplittableRandom(lanes));
            var counts = new HashMap<List<Integer>, Integer>();
            for (var order : orders) {
                for (var place = 1; place < lanes; place++) {
                    counts.merge(List.of(order[place - 1], order[place]), 1, Integer::sum);
                }
            }
            assertThat(counts).hasSize(lanes * (lanes - 1));
            assertThat(counts.values()).containsOnly(4);
        }
    }
}
