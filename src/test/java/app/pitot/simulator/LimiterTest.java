package app.pitot.simulator;

import static app.pitot.provider.Metric.REQUESTS;
import static app.pitot.provider.Metric.TOKENS;
import static app.pitot.provider.Metric.UNCACHED_TOKENS;
import static app.pitot.provider.Period.DAY;
import static app.pitot.provider.Period.HOUR;
import static app.pitot.provider.Period.MINUTE;
import static app.pitot.simulator.Plans.bucket;
import static app.pitot.simulator.Plans.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Limit;
import app.pitot.provider.Plan;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private final Plans.Hand hand = new Plans.Hand();

    @Test
    void reservesAtOnceAndSettlesToWhatWasUsed() {
        var limiter = limiter(bucket(REQUESTS, MINUTE, 30), bucket(TOKENS, MINUTE, 60_000));
        var admitted = admitted(limiter.reserve(Plans.ask(100, 1_000)));

        assertThat(floors(limiter)).containsExactly(29, 58_900);
        assertThat(limiter.state().reservedTokens()).isEqualTo(1_100);
        assertThat(limiter.state().inFlight()).isEqualTo(1);
        assertThat(limiter.state().tokensCharged()).isEqualTo(1_100);

        limiter.settle(admitted.id(), 100, 300);
        limiter.settle(admitted.id(), 100, 300);

        assertThat(floors(limiter)).containsExactly(29, 59_600);
        assertThat(limiter.state().inFlight()).isZero();
        assertThat(limiter.state().tokensCharged()).isEqualTo(400);
        assertThat(limiter.state().tokensToday()).isEqualTo(400);
    }

    @Test
    void bucketsRefillAllTheTimeAndNeverOverflow() {
        var limiter = limiter(bucket(REQUESTS, MINUTE, 30), bucket(TOKENS, MINUTE, 60_000));
        var admitted = admitted(limiter.reserve(Plans.ask(0, 40_000)));

        hand.forward(Duration.ofSeconds(10));
        assertThat(floors(limiter)).containsExactly(30, 30_000);
        hand.forward(Duration.ofMillis(1));
        assertThat(floors(limiter)).containsExactly(30, 30_001);
        hand.forward(Duration.ofHours(5));
        assertThat(floors(limiter)).containsExactly(30, 60_000);
        limiter.settle(admitted.id(), 0, 10);
        assertThat(floors(limiter)).containsExactly(30, 60_000);
    }

    @Test
    void aReplyThatCostsMoreThanItsReservationLeavesADebt() {
        var limiter = limiter(bucket(TOKENS, MINUTE, 6_000));
        var admitted = admitted(limiter.reserve(Plans.ask(0, 5_000)));
        limiter.settle(admitted.id(), 0, 7_000);

        assertThat(limiter.state().limits().getFirst().remaining()).isCloseTo(-1_000, within(1e-6));
        assertThat(floors(limiter)).containsExactly(0);
        hand.forward(Duration.ofSeconds(10));
        assertThat(floors(limiter)).containsExactly(0);
        hand.forward(Duration.ofSeconds(1));
        assertThat(floors(limiter)).containsExactly(100);
    }

    @Test
    void refusalChargesNothingAndNamesTheWindow() {
        var limiter = limiter(bucket(REQUESTS, MINUTE, 2), fixed(TOKENS, DAY, 10_000), bucket(TOKENS, HOUR, 8_000));

        var tooMuch = refused(limiter.reserve(Plans.ask(1, 9_000)));
        assertThat(tooMuch.failure().body().path("code").asText()).isEqualTo("token_quota_exceeded");
        assertThat(tooMuch.failure().body().path("message").asText()).startsWith("Tokens per hour limit exceeded");
        assertThat(floors(limiter)).containsExactly(2, 10_000, 8_000);

        admitted(limiter.reserve(Plans.ask(1, 10)));
        admitted(limiter.reserve(Plans.ask(1, 10)));
        var tooMany = refused(limiter.reserve(Plans.ask(1, 10)));
        assertThat(tooMany.failure().body().path("code").asText()).isEqualTo("request_quota_exceeded");
        assertThat(tooMany.failure().body().path("message").asText()).startsWith("Requests per minute limit exceeded");
        assertThat(tooMany.failure().status()).isEqualTo(429);
        assertThat(limiter.state().refused()).isEqualTo(2);
        assertThat(limiter.state().admitted()).isEqualTo(2);

        hand.forward(Duration.ofSeconds(30));
        admitted(limiter.reserve(Plans.ask(1, 10)));
    }

    @Test
    void reportsTheWindowThatTakesLongest() {
        var limiter = limiter(bucket(TOKENS, MINUTE, 1_000), fixed(TOKENS, DAY, 1_500));
        admitted(limiter.reserve(Plans.ask(0, 900)));

        assertThat(refused(limiter.reserve(Plans.ask(0, 700))).failure().body().path("message").asText())
                .startsWith("Tokens per day limit exceeded");
        assertThat(refused(limiter.reserve(Plans.ask(0, 500))).failure().body().path("message").asText())
                .startsWith("Tokens per minute limit exceeded");
    }

    @Test
    void whatJustFitsIsAdmitted() {
        var limiter = limiter(bucket(TOKENS, MINUTE, 60_000));
        admitted(limiter.reserve(Plans.ask(0, 60_000)));
        hand.forward(Duration.ofMillis(7));

        refused(limiter.reserve(Plans.ask(0, 8)));
        admitted(limiter.reserve(Plans.ask(0, 7)));
    }

    @Test
    void fixedWindowsComeBackAtUtcBoundaries() {
        hand.wallTo("2026-04-25T23:59:50Z");
        var limiter = limiter(fixed(REQUESTS, DAY, 10), fixed(TOKENS, MINUTE, 1_000));
        var admitted = admitted(limiter.reserve(Plans.ask(0, 600)));
        assertThat(limiter.state().limits()).extracting(SimulatorState.LimitState::resetSeconds).containsExactly(10.0,
                10.0);
        assertThat(limiter.state().tokensToday()).isEqualTo(600);

        hand.forward(Duration.ofMillis(9_999));
        assertThat(floors(limiter)).containsExactly(9, 400);
        hand.forward(Duration.ofMillis(1));
        assertThat(floors(limiter)).containsExactly(10, 1_000);
        assertThat(limiter.state().day()).hasToString("2026-04-26");
        assertThat(limiter.state().tokensToday()).isZero();
        assertThat(limiter.state().admittedToday()).isZero();

        // The charge was taken from windows that have ended; the new ones are not touched.
        limiter.settle(admitted.id(), 0, 100);
        assertThat(floors(limiter)).containsExactly(10, 1_000);
        assertThat(limiter.state().tokensToday()).isZero();
        assertThat(limiter.state().tokensCharged()).isEqualTo(100);
    }

    @Test
    void aClockSetBackDoesNotHandOutAWindowTwice() {
        hand.wallTo("2026-04-26T00:00:10Z");
        var limiter = limiter(fixed(TOKENS, DAY, 1_000));
        admitted(limiter.reserve(Plans.ask(0, 900)));
        hand.wallTo("2026-04-25T23:00:00Z");

        assertThat(floors(limiter)).containsExactly(100);
        assertThat(limiter.state().day()).hasToString("2026-04-26");
    }

    @Test
    void bothBucketsOfADualPlanMustAdmit() {
        var limiter = limiter(bucket(UNCACHED_TOKENS, MINUTE, 30_000), bucket(TOKENS, MINUTE, 32_000));
        var first = admitted(limiter.reserve(Plans.ask(0, 30_000)));

        assertThat(first.headers()).containsEntry("x-ratelimit-limit-tokens-minute", "30000")
                .containsEntry("x-ratelimit-remaining-tokens-minute", "0")
                .containsEntry("x-ratelimit-reset-tokens-minute", "60.0").hasSize(3);
        assertThat(refused(limiter.reserve(Plans.ask(0, 1_000))).failure().body().path("message").asText())
                .startsWith("Uncached tokens per minute");
        assertThat(refused(limiter.reserve(Plans.ask(0, 31_000))).failure().body().path("code").asText())
                .isEqualTo("token_quota_exceeded");
    }

    @Test
    void keptReservationStaysCharged() {
        var limiter = limiter(bucket(TOKENS, MINUTE, 60_000));
        var admitted = admitted(limiter.reserve(Plans.ask(100, 5_000)));
        limiter.keep(admitted.id());
        limiter.settle(admitted.id(), 1, 1);

        assertThat(floors(limiter)).containsExactly(54_900);
        assertThat(limiter.state().tokensCharged()).isEqualTo(5_100);
        assertThat(limiter.state().inFlight()).isZero();
    }

    /** A hundred thousand steps against exact integer arithmetic in units of a token's 60,000,000,000th part. */
    @Test
    void refillAgreesWithExactArithmetic() {
        var limiter = limiter(bucket(TOKENS, MINUTE, 60_000));
        var random = new SplittableRandom(4);
        long full = 60_000L * 1_000_000;
        long level = full;
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(0, 20_000_000);
            hand.forward(Duration.ofNanos(nanos));
            // 60,000 tokens a minute are one token in 1,000,000 ns.
            level = Math.min(full, level + nanos);
            int need = random.nextInt(1, 40);
            if (limiter.reserve(Plans.ask(0, need)) instanceof Verdict.Admitted admitted) {
                int used = random.nextInt(1, need + 1);
                limiter.settle(admitted.id(), 0, used);
                level = Math.min(full, level - need * 1_000_000L + (need - used) * 1_000_000L);
            }
            assertThat(limiter.state().limits().getFirst().remaining()).isCloseTo(level / 1e6, within(1e-4));
        }
    }

    private Limiter limiter(Limit... limits) {
        Plan plan = Plans.plan(null, null, limits);
        return new Limiter(plan, hand.clocks(), Voice.of(Dialect.CEREBRAS));
    }

    private static Verdict.Admitted admitted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return (Verdict.Admitted) verdict;
    }

    private static Verdict.Refused refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }

    private static long[] floors(Limiter limiter) {
        return limiter.state().limits().stream().mapToLong(SimulatorState.LimitState::remainingFloor).toArray();
    }
}
