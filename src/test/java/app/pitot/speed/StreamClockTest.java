package app.pitot.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ConnectionTiming;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.api.Usage;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StreamClockTest {
    private static final Offset<Double> TINY = within(1e-9);

    @Test
    void speedIsTokensWithoutTheFirstArrivalOverTheTimeInWhichTheyCame() {
        // 101 chunks of 4 tokens every 10 ms: 400 tokens in 1 s after the first four.
        var reading = new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404));
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        assertThat(reading.ttftMs()).isEqualTo(150);
        assertThat(reading.firstAnswerMs()).isEqualTo(150);
        assertThat(reading.totalMs()).isEqualTo(1_150);
        assertThat(reading.endToEndTokensPerSecond()).isCloseTo(404 / 1.15, TINY);
        assertThat(reading.outputTokens()).isEqualTo(404);
        assertThat(reading.textBytes()).isEqualTo(1_616);
        assertThat(reading.basis()).isEqualTo(TokenBasis.USAGE);
        assertThat(reading.estimated()).isFalse();
        assertThat(reading.live()).isFalse();
        assertThat(reading.chunks()).isEqualTo(101);
        assertThat(reading.flags()).isEmpty();
        assertThat(reading.errorPercent()).isCloseTo(30.0 * 1 / 100, TINY);
    }

    @Test
    void argumentsOfAToolCallAreTokensAsTextIs() {
        var feed = new Feed().reasoning(100, 16).silent(120, true);
        for (int i = 0; i < 100; i++) {
            feed.called(150 + 10 * i, 16);
        }
        var reading = feed.complete(Feed.usage(404));
        assertThat(reading.ttftMs()).isEqualTo(100);
        assertThat(reading.firstAnswerMs()).isEqualTo(150);
        assertThat(reading.totalMs()).isEqualTo(1_140);
        assertThat(reading.textBytes()).isEqualTo(1_616);
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400 / 1.04, TINY);
        assertThat(new Feed().called(80, 2).complete(Feed.usage(9)).ttftMs()).isEqualTo(80);
    }

    @Test
    void aRoleOrAKeepAliveIsNoToken() {
        var reading = new Feed().silent(40, false).silent(60, true).steady(150, 10, 101, 16).silent(1_300, true)
                .complete(Feed.usage(404));
        assertThat(reading.ttftMs()).isEqualTo(150);
        assertThat(reading.totalMs()).isEqualTo(1_150);
        assertThat(reading.rhythm().tokensPerChunk()).isEqualTo(4);
        assertThat(reading.rhythm().arrivals()).isEqualTo(101);
        assertThat(reading.chunks()).isEqualTo(103);
    }

    @Test
    void readsThatDidNotWaitJoinTheArrival() {
        var feed = new Feed();
        for (var i = 0; i < 50; i++) {
            feed.answer(100 + i * 20, 16).joined(30, 16).joined(50, 16);
        }
        var reading = feed.complete(Feed.usage(600));
        assertThat(reading.rhythm().arrivals()).isEqualTo(50);
        assertThat(reading.rhythm().p50Ms()).isEqualTo(20);
        // The first arrival of three chunks is left out: 12 of 600 tokens.
        assertThat(reading.outputTokensPerSecond()).isCloseTo(588 / 0.98008, within(1e-6));
    }

    @Test
    void readsThatWaitedOrCameTooLateDoNotJoin() {
        var reading = new Feed().answer(100, 4).joined(51, 4).answer(200, 4).joined(50, 4)
                .complete(Feed.usage(4));
        assertThat(reading.rhythm().arrivals()).isEqualTo(3);
        var feed = new Feed().answer(100, 4);
        for (var i = 0; i < 21; i++) {
            feed.joined(50, 4);
        }
        // 20 × 50 µs is 1 ms; the next begins an arrival of its own.
        assertThat(feed.complete(Feed.usage(22)).rhythm().arrivals()).isEqualTo(2);
    }

    @Test
    void reasoningCountsForTheFirstTokenAndNotForTheAnswer() {
        var feed = new Feed();
        for (var i = 0; i < 50; i++) {
            feed.reasoning(100 + i * 10, 16);
        }
        var reading = feed.steady(600, 10, 51, 16).complete(Feed.usage(404, 200));
        assertThat(reading.ttftMs()).isEqualTo(100);
        assertThat(reading.firstAnswerMs()).isEqualTo(600);
        assertThat(reading.outputTokens()).isEqualTo(404);
        assertThat(reading.reasoningTokens()).isEqualTo(200);
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        assertThat(reading.flags()).isEmpty();
    }

    @Test
    void reasoningThatWasNotStreamedLeavesTheCount() {
        var reading = new Feed().steady(900, 10, 101, 16).complete(Feed.usage(1_404, 1_000));
        assertThat(reading.outputTokens()).isEqualTo(404);
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        assertThat(reading.ttftMs()).isEqualTo(reading.firstAnswerMs());
        assertThat(reading.flags()).containsExactly(SpeedFlag.HIDDEN_REASONING);
    }

    @Test
    void aSummaryOfTheReasoningCountsAsNotStreamed() {
        var reading = new Feed().reasoning(300, 60).reasoning(400, 60).steady(900, 10, 101, 16)
                .complete(Feed.usage(1_404, 1_000));
        assertThat(reading.outputTokens()).isEqualTo(404);
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        assertThat(reading.ttftMs()).isEqualTo(900);
        assertThat(reading.flags()).containsExactly(SpeedFlag.HIDDEN_REASONING);
    }

    @Test
    void moreReasoningThanTokensIsClamped() {
        var reading = new Feed().steady(100, 10, 101, 16).complete(Feed.usage(404, 900));
        assertThat(reading.reasoningTokens()).isEqualTo(404);
        assertThat(reading.outputTokens()).isZero();
        assertThat(reading.outputTokensPerSecond()).isNull();
        assertThat(reading.flags()).contains(SpeedFlag.HIDDEN_REASONING, SpeedFlag.NO_OUTPUT);
    }

    @Test
    void oneArrivalOrAShortWindowHasNoSpeed() {
        var once = new Feed().answer(200, 2_000).complete(Feed.usage(500));
        assertThat(once.outputTokensPerSecond()).isNull();
        assertThat(once.ttftMs()).isEqualTo(200);
        assertThat(once.endToEndTokensPerSecond()).isCloseTo(2_500, TINY);
        assertThat(once.flags()).containsExactly(SpeedFlag.ARRIVED_AT_ONCE);
        var fast = new Feed().steady(200, 4.9, 11, 40).complete(Feed.usage(110));
        assertThat(fast.outputTokensPerSecond()).isNull();
        assertThat(fast.flags()).containsExactly(SpeedFlag.ARRIVED_AT_ONCE);
    }

    @Test
    void theFirstArrivalIsExactWhereTheProviderCountsAlong() {
        var along = new Feed();
        // Many bytes in few tokens first: their share of the bytes would mislead.
        along.counted(100, 400, 10);
        for (var i = 1; i <= 100; i++) {
            along.counted(100 + i * 10, 40, 10 + i * 10);
        }
        var exact = along.complete(Feed.usage(1_010));
        assertThat(exact.outputTokensPerSecond()).isCloseTo(1_000, TINY);
        assertThat(exact.errorPercent()).isNull();
        var last = new Feed().steady(100, 10, 101, 40).counted(1_110, 40, 1_020).complete(Feed.usage(1_020));
        assertThat(last.outputTokensPerSecond()).isCloseTo(1_020 * (1 - 1 / 102.0) / 1.01, TINY);
        assertThat(last.errorPercent()).isNotNull();
    }

    @Test
    void anAnswerThatWasNotStreamedHasNoFirstToken() {
        var reading = new Feed().reasoning(500, 400).answer(600, 1_600).notStreamed(Feed.usage(500),
                new ServerTiming(0.01, 0.04, 0.25, 0.3));
        assertThat(reading.ttftMs()).isNull();
        assertThat(reading.firstAnswerMs()).isNull();
        assertThat(reading.outputTokensPerSecond()).isNull();
        assertThat(reading.rhythm()).isEqualTo(Rhythm.NONE);
        assertThat(reading.totalMs()).isEqualTo(600);
        assertThat(reading.endToEndTokensPerSecond()).isCloseTo(500 / 0.6, TINY);
        assertThat(reading.serverTokensPerSecond()).isCloseTo(2_000, TINY);
        assertThat(reading.networkMs()).isCloseTo(300, TINY);
        assertThat(reading.flags()).containsExactly(SpeedFlag.ARRIVED_AT_ONCE);
    }

    @Test
    void smallSamplesAreGreyForThreeReasons() {
        var few = new Feed().steady(100, 10, 49, 4).complete(Feed.usage(49));
        assertThat(few.flags()).containsExactly(SpeedFlag.SMALL_SAMPLE);
        assertThat(few.outputTokensPerSecond()).isNotNull();
        var brief = new Feed().steady(100, 9, 12, 40).complete(Feed.usage(120));
        assertThat(brief.flags()).containsExactly(SpeedFlag.SMALL_SAMPLE);
        var lumpy = new Feed().answer(100, 1_400).steady(200, 10, 100, 40).complete(Feed.usage(1_350));
        assertThat(lumpy.flags()).containsExactly(SpeedFlag.SMALL_SAMPLE);
        assertThat(lumpy.errorPercent()).isCloseTo(100 * 0.3 * (1_400 / 5_400.0) / (4_000 / 5_400.0), TINY);
        var fine = new Feed().steady(100, 10, 50, 4).complete(Feed.usage(50));
        assertThat(fine.flags()).isEmpty();
    }

    @Test
    void withoutUsageTheCountIsEstimatedForEver() {
        var reading = new Feed().steady(100, 10, 101, 16).complete(null);
        assertThat(reading.outputTokens()).isEqualTo(404);
        assertThat(reading.estimated()).isTrue();
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        assertThat(reading.reasoningTokens()).isNull();
        assertThat(new Feed().answer(5, 1).complete(null).outputTokens()).isEqualTo(1);
    }

    @Test
    void aBurstAfterALongWaitHasNoSpeed() {
        var feed = new Feed().answer(2_900, 40).steady(5_000, 10, 10, 400);
        var reading = feed.complete(Feed.usage(1_010));
        assertThat(reading.outputTokensPerSecond()).isNull();
        assertThat(reading.endToEndTokensPerSecond()).isNotNull();
        assertThat(reading.flags()).containsExactly(SpeedFlag.BUFFERED);
    }

    @Test
    void aBurstThatTheServerConfirmsIsAFastAnswerAfterAQueue() {
        var queue = new ServerTiming(4.8, 0.05, 0.11, 5.0);
        var reading = new Feed().steady(5_000, 10, 11, 400).complete(Feed.usage(1_100), queue);
        assertThat(reading.flags()).isEmpty();
        assertThat(reading.outputTokensPerSecond()).isCloseTo(10_000, TINY);
        var instant = new ServerTiming(0.0, 0.05, 0.049, 5.0);
        assertThat(new Feed().steady(5_000, 10, 11, 400).complete(Feed.usage(1_100), instant).flags())
                .containsExactly(SpeedFlag.BUFFERED);
        var slow = new ServerTiming(0.0, 0.05, 4.9, 5.0);
        assertThat(new Feed().steady(5_000, 10, 11, 400).complete(Feed.usage(1_100), slow).flags())
                .containsExactly(SpeedFlag.BUFFERED);
    }

    @Test
    void aSteadyStreamIsNoBurst() {
        assertThat(new Feed().steady(10, 1, 2_000, 4).complete(Feed.usage(2_000)).flags()).isEmpty();
    }

    @Test
    void aBrokenStreamKeepsWhatWasTimed() {
        var reading = new Feed().steady(100, 10, 101, 16).end(Outcome.TRUNCATED, null, null, null);
        assertThat(reading.flags()).containsExactly(SpeedFlag.TRUNCATED);
        assertThat(reading.estimated()).isTrue();
        assertThat(reading.outputTokensPerSecond()).isCloseTo(400, TINY);
        var stopped = new Feed().steady(100, 10, 101, 16).end(Outcome.STOPPED, null, Feed.usage(300), null);
        assertThat(stopped.flags()).containsExactly(SpeedFlag.TRUNCATED);
        assertThat(stopped.outputTokens()).isEqualTo(300);
        assertThat(stopped.estimated()).isTrue();
    }

    @Test
    void cutAtLimitAndCachedPromptAreSaid() {
        var reading = new Feed().steady(100, 10, 101, 16).end(Outcome.COMPLETE, "length",
                new Usage(500, 404, 904, 384, null), null);
        assertThat(reading.flags()).containsExactlyInAnyOrder(SpeedFlag.CUT_AT_LIMIT, SpeedFlag.PROMPT_CACHED);
        assertThat(reading.outputTokensPerSecond()).isNotNull();
    }

    @Test
    void nothingReceivedIsUnknownNotZero() {
        for (var outcome : new Outcome[]{Outcome.COMPLETE, Outcome.REFUSED, Outcome.FAILED, Outcome.STOPPED}) {
            var reading = new Feed().end(outcome, null, null, null);
            assertThat(reading.flags()).containsExactly(SpeedFlag.NO_OUTPUT);
            assertThat(reading.outputTokensPerSecond()).isNull();
            assertThat(reading.endToEndTokensPerSecond()).isNull();
            assertThat(reading.ttftMs()).isNull();
            assertThat(reading.totalMs()).isNull();
            assertThat(reading.outputTokens()).isNull();
            assertThat(reading.rhythm().p50Ms()).isNull();
        }
        var zero = new Feed().silent(100, true).complete(Feed.usage(0));
        assertThat(zero.outputTokens()).isZero();
        assertThat(zero.serverTokensPerSecond()).isNull();
        assertThat(zero.flags()).containsExactly(SpeedFlag.NO_OUTPUT);
    }

    @Test
    void theServersOwnSpeedStandsBesideOurs() {
        var timing = new ServerTiming(0.003, 0.002, 0.2, 0.22);
        var reading = new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404), timing);
        assertThat(reading.serverTokensPerSecond()).isCloseTo(2_020, TINY);
        assertThat(reading.networkMs()).isCloseTo(1_150 - 220, within(1e-6));
    }

    @Test
    void aTotalWithoutTheQueueGetsIt() {
        var timing = new ServerTiming(0.5, 0.1, 0.4, 0.5);
        var reading = new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404), timing);
        assertThat(reading.networkMs()).isCloseTo(150, within(1e-6));
    }

    @Test
    void networkTimeIsTakenFromTheWaitOrUnknown() {
        var wait = new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404),
                new ServerTiming(0.03, 0.02, null, null));
        assertThat(wait.networkMs()).isCloseTo(100, within(1e-6));
        assertThat(wait.serverTokensPerSecond()).isNull();
        var negative = new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404),
                new ServerTiming(null, null, 1.0, 2.0));
        assertThat(negative.networkMs()).isNull();
        assertThat(new Feed().steady(150, 10, 101, 16).complete(Feed.usage(404)).networkMs()).isNull();
    }

    @Test
    void connectingIsShownApart() {
        var cold = new Feed().over(new ConnectionTiming(false, 1_000_000L, 2_000_000L, 4_500_000L, "h2"))
                .steady(150, 10, 101, 16).complete(Feed.usage(404));
        assertThat(cold.connectMs()).isEqualTo(7.5);
        assertThat(cold.reused()).isFalse();
        var warm = new Feed().over(new ConnectionTiming(true, null, null, null, "h2")).steady(150, 10, 101, 16)
                .complete(Feed.usage(404));
        assertThat(warm.connectMs()).isNull();
        assertThat(warm.reused()).isTrue();
        assertThat(new Feed().complete(null).connectMs()).isNull();
    }

    @Test
    void aRepeatedRequestIsTimedFromTheRepeat() {
        var feed = new Feed();
        feed.clock.sending(Feed.START + 100_000_000);
        assertThat(feed.steady(150, 10, 101, 16).complete(Feed.usage(404)).ttftMs()).isEqualTo(50);
    }

    @Test
    void rhythmHasGapsAndBars() {
        var rhythm = new Feed().steady(100, 10, 20, 16).steady(590, 10, 5, 16).complete(Feed.usage(100)).rhythm();
        assertThat(rhythm.arrivals()).isEqualTo(25);
        assertThat(rhythm.p50Ms()).isEqualTo(10);
        assertThat(rhythm.p95Ms()).isEqualTo(10);
        assertThat(rhythm.maxMs()).isEqualTo(300);
        assertThat(rhythm.bars()).hasSize(25);
        assertThat(Arrays.stream(rhythm.bars()).sum()).isEqualTo(400);
        assertThat(rhythm.barMs()).isCloseTo(530.0 / 25, TINY);
        var few = new Feed().steady(100, 10, 20, 16).complete(Feed.usage(80)).rhythm();
        assertThat(few.p95Ms()).isNull();
        assertThat(new Feed().steady(100, 1, 900, 4).complete(Feed.usage(900)).rhythm().bars()).hasSize(64);
        assertThat(new Feed().answer(100, 4).complete(Feed.usage(1)).rhythm().bars()).containsExactly(4);
    }

    @Test
    void liveSpeedIsThatOfTheLastSecond() {
        var feed = new Feed().steady(100, 100, 20, 40);
        assertThat(feed.liveAt(2_000).outputTokensPerSecond()).isCloseTo(100, TINY);
        feed.steady(2_010, 10, 100, 40);
        var live = feed.liveAt(3_000);
        assertThat(live.outputTokensPerSecond()).isCloseTo(1_000, TINY);
        assertThat(live.live()).isTrue();
        assertThat(live.estimated()).isTrue();
        assertThat(live.outputTokens()).isEqualTo(1_200);
        assertThat(live.ttftMs()).isEqualTo(100);
        assertThat(live.flags()).isEmpty();
    }

    @Test
    void liveSpeedWaitsFor200Milliseconds() {
        var feed = new Feed().steady(100, 10, 20, 40);
        assertThat(feed.liveAt(299).outputTokensPerSecond()).isNull();
        // 190 ms of text after the first arrival, seen 200 ms after it.
        assertThat(feed.liveAt(300).outputTokensPerSecond()).isCloseTo(190 / 0.2, TINY);
        assertThat(new Feed().liveAt(50).outputTokensPerSecond()).isNull();
        assertThat(new Feed().liveAt(50).silentMs()).isEqualTo(50);
    }

    @Test
    void silenceIsAStallAfterASecondOrTwentyMedianGaps() {
        var fast = new Feed().steady(100, 10, 50, 16);
        assertThat(fast.liveAt(1_590).stalled()).isFalse();
        assertThat(fast.liveAt(1_591).stalled()).isTrue();
        assertThat(fast.liveAt(1_591).silentMs()).isEqualTo(1_001);
        var slow = new Feed().steady(100, 200, 11, 4);
        assertThat(slow.liveAt(2_100 + 4_000).stalled()).isFalse();
        assertThat(slow.liveAt(2_100 + 4_001).stalled()).isTrue();
    }

    @Test
    void aKeepAliveDoesNotEndAStallAndWaitingIsNone() {
        var feed = new Feed().steady(100, 10, 50, 16).silent(2_500, false);
        assertThat(feed.liveAt(2_600).stalled()).isTrue();
        assertThat(feed.liveAt(2_600).silentMs()).isEqualTo(2_010);
        assertThat(feed.quietAt(2_600)).as("it says that the connection lives").isEqualTo(100);
        assertThat(new Feed().liveAt(20_000).stalled()).isFalse();
    }

    @Test
    void aRatioMustBePositive() {
        for (var ratio : new double[]{0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new StreamClock(() -> 0, ratio)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
