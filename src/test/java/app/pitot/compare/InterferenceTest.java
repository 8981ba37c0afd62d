package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.provider.Account;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.Budget;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody changes their mind, or something, while a comparison runs. */
@Timeout(120)
class InterferenceTest {
    private static final String LONG = "Write 400 tokens";

    @Test
    void cancelKeepsWhatWasMeasuredAndStopsWhatIsUnderWay() throws Exception {
        try (var rig = new Rig()) {
            var slow = rig.account(config -> config.withSpeed(1_000.0));
            var running = rig.comparer.start(Rig.run(Mode.ROUNDS, LONG, 10, true, Rig.lane(0, slow), Rig.lane(1, slow)),
                    false);
            until(() -> running.progress().sent() >= 3);
            var kept = rig.kept.read(running.id());
            assertThat(kept.samples()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(kept.state()).isEqualTo(Comparison.State.RUNNING);
            assertThat(kept.endedAt()).isNull();
            running.cancel();
            var all = Rig.finish(running);
            assertThat(all.state()).isEqualTo(Comparison.State.CANCELLED);
            assertThat(all.samples()).hasSizeBetween(3, 6);
            assertThat(all.samples().stream().filter(sample -> sample.outcome() != Outcome.COMPLETE))
                    .allMatch(sample -> sample.outcome() == Outcome.STOPPED && !sample.counts());
            assertThat(rig.kept.read(all.id())).isEqualTo(all);
            assertThat(running.lanes()).allMatch(lane -> lane.exchange().result().isDone());
        }
    }

    @Test
    void pauseLetsTheOneUnderWayEndAndSendsNoMore() throws Exception {
        try (var rig = new Rig()) {
            var running = rig.comparer.start(Rig.run(Mode.ROUNDS, 5, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, rig.account(config -> config))), false);
            until(() -> running.progress().sent() >= 2);
            running.pause();
            assertThat(running.progress().paused()).isTrue();
            Thread.sleep(300);
            var sent = admitted(rig);
            assertThat(running.soFar().samples()).hasSize(sent).extracting(Sample::outcome)
                    .containsOnly(Outcome.COMPLETE);
            Thread.sleep(200);
            assertThat(admitted(rig)).isEqualTo(sent);
            running.resume();
            assertThat(Rig.finish(running).samples()).hasSize(12);
        }
    }

    @Test
    void pauseTakesBackWhatWaitsForItsWindow() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.MINUTE, 1, Refill.CONTINUOUS));
        try (var rig = Rig.hurried()) {
            var account = rig.account(plan, config -> config);
            var running = rig.comparer.start(
                    Rig.run(Mode.ROUNDS, "Write 100 tokens", 1, false, Rig.lane(0, account), Rig.lane(1, account)),
                    false);
            until(() -> running.progress().waitLane() >= 0);
            running.pause();
            Thread.sleep(5_000);
            assertThat(rig.server(0).state().admitted()).isEqualTo(1);
            assertThat(running.soFar().samples()).hasSize(1);
            running.resume();
            var all = Rig.finish(running);
            assertThat(all.samples()).hasSize(2).allMatch(Sample::counts);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
        }
    }

    @Test
    void aRaceStartsWhenThereIsRoomForAll() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.MINUTE, 3, Refill.CONTINUOUS));
        try (var rig = Rig.hurried()) {
            var shared = rig.account(plan, config -> config);
            var free = rig.account(config -> config);
            rig.finish(Rig.run(Mode.RACE, "Write 100 tokens", 1, true, Rig.lane(0, shared), Rig.lane(1, shared)));
            assertThat(rig.server(0).state().admitted()).isEqualTo(2);
            var running = rig.comparer.start(Rig.run(Mode.RACE, "Write 100 tokens", 1, true, Rig.lane(0, free),
                    Rig.lane(1, shared), Rig.lane(2, shared), Rig.lane(3, shared)), false);
            until(() -> running.progress().waitLane() == 1);
            assertThat(running.progress().waitFor()).isEqualTo("RPM");
            assertThat(running.progress().waitMs()).isBetween(1_000.0, 40_000.0);
            assertThat(rig.server(1).state().admitted()).isZero();
            var all = Rig.finish(running);
            assertThat(all.samples()).extracting(Sample::error).containsOnlyNulls();
            assertThat(all.samples()).hasSize(4).extracting(Sample::outcome).containsOnly(Outcome.COMPLETE);
            assertThat(rig.server(0).state().refused()).isZero();
            assertThat(rig.server(0).state().admitted()).isEqualTo(5);
        }
    }

    @Test
    void oneTooManyForARaceSaysSo() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.MINUTE, 1, Refill.CONTINUOUS));
        try (var rig = new Rig()) {
            var shared = rig.account(plan, config -> config);
            var run = Rig.run(Mode.RACE, "Write 100 tokens", 1, true, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, shared), Rig.lane(2, shared));
            assertThat(rig.comparer.estimate(run).problems()).hasSize(1).allMatch(problem -> problem.lane() == 2);
            var running = rig.comparer.start(run, false);
            var all = Rig.finish(running);
            assertThat(all.samples()).hasSize(2).allMatch(Sample::counts);
            assertThat(running.lanes().get(2).stopped()).startsWith("A race sends 2 requests at once, and RPM");
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
        }
    }

    @Test
    void aLaneThatIsStoppedDoesNotHoldUpARace() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.HOUR, 1, Refill.CONTINUOUS));
        try (var rig = new Rig()) {
            var used = rig.account(plan, config -> config);
            var free = rig.account(config -> config);
            rig.finish(Rig.run(Mode.RACE, "Write 100 tokens", 1, true, Rig.lane(0, used), Rig.lane(1, free)));
            var running = rig.comparer.start(Rig.run(Mode.RACE, "Write 100 tokens", 1, true,
                    Rig.lane(0, free), Rig.lane(1, used), Rig.lane(2, free)), false);
            until(() -> running.progress().waitLane() == 1);
            running.stop(1);
            var all = Rig.finish(running);
            assertThat(all.samples()).hasSize(2).allMatch(Sample::counts);
            assertThat(running.lanes().get(1).stopped()).isEqualTo("You stopped this lane.");
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
        }
    }

    @Test
    void anAccountIsRemoved() throws Exception {
        try (var rig = new Rig()) {
            var account = rig.account(config -> config.withSpeed(1_000.0));
            var running = rig.comparer.start(Rig.run(Mode.ROUNDS, LONG, 4, false, Rig.lane(0, account),
                    Rig.lane(1, rig.account(config -> config))), false);
            until(() -> running.progress().sent() >= 1);
            rig.comparer.gone(account);
            var all = Rig.finish(running);
            assertThat(all.state()).isEqualTo(Comparison.State.DONE);
            assertThat(all.samples().stream().filter(sample -> sample.lane() == 1 && sample.counts())).hasSize(4);
            assertThat(all.samples().stream().filter(sample -> sample.lane() == 0)).hasSizeLessThan(4);
            assertThat(running.lanes().getFirst().stopped()).isEqualTo("Its account was removed.");
        }
    }

    @Test
    void theUserStopsEveryLane() throws Exception {
        try (var rig = new Rig()) {
            var slow = rig.account(config -> config.withSpeed(500.0));
            var running = rig.comparer
                    .start(Rig.run(Mode.ROUNDS, LONG, 10, true, Rig.lane(0, slow), Rig.lane(1, slow)), false);
            until(() -> running.lanes().stream().anyMatch(lane -> lane.exchange() != null));
            running.stop(0);
            running.stop(1);
            assertThat(Rig.finish(running).state()).isEqualTo(Comparison.State.CANCELLED);
        }
    }

    @Test
    void nothingIsSpentBeyondABudgetThatOnlyWarns() throws Exception {
        staysWithin(false);
    }

    @Test
    void nothingIsSpentBeyondABudgetThatStops() throws Exception {
        staysWithin(true);
    }

    private static void staysWithin(boolean hardStop) throws Exception {
        var budgets = new ArrayList<Budget>();
        try (var rig = new Rig(budgets)) {
            var account = rig.account(config -> config);
            budgets.add(budget(account, Metric.REQUESTS, 5, hardStop));
            var run = Rig.run(Mode.ROUNDS, 4, Rig.lane(0, account), Rig.lane(1, rig.account(config -> config)));
            var small = Rig.run(Mode.ROUNDS, 3, Rig.lane(0, account), Rig.lane(1, account));
            assertThat(rig.comparer.estimate(run).overBudget()).isEmpty();
            assertThat(rig.comparer.estimate(small).overBudget()).hasSize(1);
            assertThat(rig.comparer.estimate(small).asks()).isTrue();
            var running = rig.comparer.start(small, false);
            var all = Rig.finish(running);
            assertThat(rig.server(0).state().admitted()).isEqualTo(5);
            assertThat(all.samples()).hasSize(5).allMatch(sample -> sample.outcome() == Outcome.COMPLETE);
            assertThat(all.state()).isEqualTo(Comparison.State.BROKEN_OFF);
            assertThat(running.lanes()).allSatisfy(lane -> {
                assertThat(lane.stopped()).contains("5 requests per day");
                assertThat(lane.retryMs()).isPositive();
            });
            assertThat(Rig.finish(rig.comparer.start(small, true)).samples()).hasSize(8);
        }
    }

    @Test
    void aRaceOfThreeStaysWithinABudgetOfTwo() throws Exception {
        var budgets = new ArrayList<Budget>();
        try (var rig = new Rig(budgets)) {
            var account = rig.account(config -> config);
            budgets.add(budget(account, Metric.REQUESTS, 2, false));
            var all = rig.finish(Rig.run(Mode.RACE, 1, Rig.lane(0, account), Rig.lane(1, account),
                    Rig.lane(2, account)));
            assertThat(all.samples()).hasSize(2);
            assertThat(rig.server(0).state().admitted()).isEqualTo(2);
        }
    }

    @Test
    void aFifthOfTheProvidersDayIsLeft() throws Exception {
        var plan = Rig.plan(new Limit(Metric.REQUESTS, Period.DAY, 10, Refill.FIXED));
        try (var rig = new Rig()) {
            var account = rig.account(plan, config -> config);
            var run = Rig.run(Mode.ROUNDS, 5, Rig.lane(0, account), Rig.lane(1, rig.account(config -> config)),
                    Rig.lane(2, account));
            assertThat(rig.comparer.estimate(run).overDay()).hasSize(1)
                    .allMatch(over -> over.need() == 12 && over.lane() == 0);
            var running = rig.comparer.start(run, false);
            var all = Rig.finish(running);
            assertThat(rig.server(0).state().admitted()).isEqualTo(8);
            assertThat(all.samples().stream().filter(sample -> sample.lane() == 1)).hasSize(6);
            assertThat(running.lanes().getFirst().stopped()).contains("Not enough is left");
            assertThat(running.lanes().getFirst().retryMs()).isPositive();
        }
    }

    @Test
    void everyRequestBeginsWithAnotherNonceOfTheSameLength() throws Exception {
        try (var rig = new Rig()) {
            rig.finish(Rig.run(Mode.ROUNDS, 6, Rig.lane(0, rig.account(config -> config)),
                    Rig.lane(1, rig.account(config -> config))));
            var prompts = rig.exchanges.asked().stream().map(spec -> spec.request().messages().getFirst().text())
                    .toList();
            assertThat(prompts).hasSize(14).doesNotHaveDuplicates()
                    .allMatch(prompt -> prompt.matches("\\[\\d{9}]\nWrite 200 tokens about wind"));
            assertThat(rig.exchanges.asked()).allSatisfy(spec -> {
                assertThat(spec.request().temperature()).isNull();
                assertThat(spec.request().maxTokens()).isEqualTo(300);
            });
        }
    }

    @Test
    void noncesNeverRepeat() {
        var nonces = new Nonces(new SplittableRandom(1));
        var seen = new HashSet<String>();
        for (var i = 0; i < 20_000; i++) {
            var nonce = nonces.next();
            assertThat(nonce).hasSameSizeAs(Nonces.sample());
            assertThat(seen.add(nonce)).isTrue();
        }
    }

    private static Budget budget(Account account, Metric metric, long amount, boolean hardStop) {
        return new Budget("b", account.id(), metric, amount, Period.DAY, ZoneOffset.UTC, hardStop, false);
    }

    private static int admitted(Rig rig) {
        return (int) (rig.server(0).state().admitted() + rig.server(1).state().admitted());
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }
}
