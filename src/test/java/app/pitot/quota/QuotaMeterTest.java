package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.base.Provenance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaMeterTest {
    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(),
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());

    @Test
    void beforeAnyRequestEveryWindowIsFullAndPlanned() {
        assertThat(meter.snapshot().windows()).hasSize(6).allSatisfy(window -> {
            assertThat(window.remaining()).isEqualTo(window.limit());
            assertThat(window.used()).isZero();
            assertThat(window.source()).isEqualTo(Provenance.PLANNED);
            assertThat(window.limitSource()).isEqualTo(Provenance.PLANNED);
            assertThat(window.ageMs()).isNull();
            assertThat(window.next()).isEqualTo(Next.NOTHING);
            assertThat(window.nextMs()).isNull();
        });
    }

    @Test
    void whatIsLeftOfALimitThatTheUserSetIsTheUsersFigureToo() {
        var edits = List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 20L));
        var edited = new QuotaMeter(time.clocks(),
                Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow().edited(edits));
        edited.reserve(300, 1_000);
        assertThat(edited.snapshot().windows()).filteredOn(window -> window.limitSource() == Provenance.SET)
                .singleElement().satisfies(window -> {
                    assertThat(window.remaining()).isEqualTo(19);
                    assertThat(window.source()).isEqualTo(Provenance.SET);
                });
    }

    @Test
    void aReservationIsTakenAtOnceAndShownApart() {
        meter.reserve(300, 1_000);
        var tokens = window(Metric.TOKENS, Period.MINUTE);
        assertThat(tokens.remaining()).isEqualTo(58_700);
        assertThat(tokens.reserved()).isEqualTo(1_300);
        assertThat(tokens.used()).isZero();
        assertThat(window(Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(29);
    }

    @Test
    void lookingAgainIsNotTheProvidersWordAgain() {
        var one = meter.reserve(1_000, 1_000);
        meter.observe(one, List.of(new LimitReading(Metric.REQUESTS, Period.DAY, 14_400L, 14_000L, null)));
        for (int look = 0; look < 5; look++) {
            time.pass(Duration.ofSeconds(7));
            assertThat(window(Metric.REQUESTS, Period.DAY).source()).isEqualTo(Provenance.REPORTED);
            assertThat(meter.details(Metric.REQUESTS, Period.DAY).lastHour())
                    .filteredOn(WindowDetails.Sample::reported).hasSize(1);
        }
    }

    @Test
    void withoutACapTheRestOfTheContextIsSetAside() {
        assertThat(meter.reserve(192, null).outputTokens()).isEqualTo(8_000);
        var trial = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow());
        assertThat(trial.reserve(192, null).outputTokens()).isEqualTo(16_384);
        assertThat(new QuotaMeter(time.clocks(), null).reserve(192, null).outputTokens()).isZero();
    }

    @Test
    void aBucketRefillsAllTheTimeAndADayOnlyAtMidnightUtc() {
        var one = meter.reserve(1_000, 59_000);
        meter.settle(one, Settlement.used(1_000, 59_000, 0));
        assertThat(window(Metric.TOKENS, Period.MINUTE).level()).isEqualTo(Level.EXHAUSTED);
        time.pass(Duration.ofSeconds(30));
        assertThat(window(Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(30_000);
        assertThat(window(Metric.TOKENS, Period.MINUTE).nextMs()).isEqualTo(30_000);
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(940_000);
        assertThat(window(Metric.TOKENS, Period.DAY).next()).isEqualTo(Next.RESET);
        assertThat(window(Metric.TOKENS, Period.DAY).nextMs()).isEqualTo(14 * 3_600_000 - 30_000);
        time.pass(Duration.ofHours(14));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
        assertThat(meter.snapshot().day().used()).isZero();
    }

    @Test
    void theNextRequestIsCountedDown() {
        for (var i = 0; i < 10; i++) {
            meter.settle(meter.reserve(10, 10), Settlement.used(10, 10, 0));
        }
        assertThat(window(Metric.REQUESTS, Period.MINUTE).next()).isEqualTo(Next.ONE_MORE);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).nextMs()).isEqualTo(2_000);
        time.pass(Duration.ofMillis(500));
        assertThat(window(Metric.REQUESTS, Period.MINUTE).nextMs()).isEqualTo(1_500);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(20);
    }

    @Test
    void levelsHaveNamesAtThreeQuartersAndNineTenths() {
        meter.settle(meter.reserve(1, 44_998), Settlement.used(1, 44_998, 0));
        assertThat(window(Metric.TOKENS, Period.MINUTE).level()).isEqualTo(Level.NORMAL);
        meter.reserve(1, 0);
        assertThat(window(Metric.TOKENS, Period.MINUTE).level()).isEqualTo(Level.AMBER);
        meter.reserve(9_000, 0);
        assertThat(window(Metric.TOKENS, Period.MINUTE).level()).isEqualTo(Level.RED);
    }

    @Test
    void settlingGivesBackWhatWasNotUsed() {
        var used = meter.reserve(300, 1_000);
        meter.settle(used, Settlement.used(290, 410, 100));
        meter.settle(used, Settlement.used(290, 410, 100));
        assertThat(left()).isEqualTo(59_300);
        meter.settle(meter.reserve(300, 1_000), Settlement.of(Settlement.Kind.UNKNOWN));
        assertThat(left()).isEqualTo(58_000);
        meter.settle(meter.reserve(300, 1_000), Settlement.of(Settlement.Kind.REFUSED));
        assertThat(left()).isEqualTo(58_000);
        meter.settle(meter.reserve(300, 1_000), Settlement.of(Settlement.Kind.NOT_SENT));
        assertThat(left()).isEqualTo(58_000);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(28);
        var day = meter.snapshot().day();
        assertThat(day.requests()).isEqualTo(3);
        assertThat(day.refused()).isEqualTo(1);
        assertThat(day.used()).isEqualTo(2_000);
        assertThat(day.source()).isEqualTo(Provenance.MEASURED);
    }

    @Test
    void aHeaderThatFitsIsAdoptedAndSaysReported() {
        var one = meter.reserve(300, 1_000);
        meter.observe(one, List.of(reading(Metric.TOKENS, Period.MINUTE, 60_000, 58_680)));
        var tokens = window(Metric.TOKENS, Period.MINUTE);
        assertThat(tokens.remaining()).isEqualTo(58_680);
        assertThat(tokens.reserved()).isEqualTo(1_320);
        assertThat(tokens.used()).isZero();
        assertThat(tokens.source()).isEqualTo(Provenance.REPORTED);
        assertThat(tokens.limitSource()).isEqualTo(Provenance.REPORTED);
        assertThat(window(Metric.TOKENS, Period.DAY).source()).isEqualTo(Provenance.PLANNED);
        meter.settle(one, Settlement.used(290, 410, 0));
        assertThat(left()).isEqualTo(59_300);
        assertThat(window(Metric.TOKENS, Period.MINUTE).source()).isEqualTo(Provenance.PROJECTED);
        time.pass(Duration.ofMillis(2_500));
        assertThat(window(Metric.TOKENS, Period.MINUTE).ageMs()).isEqualTo(2_500);
    }

    @Test
    void aFigureThatNothingMovedStaysReported() {
        var one = meter.reserve(300, 1_000);
        meter.observe(one, List.of(new LimitReading(Metric.REQUESTS, Period.MINUTE, 30L, 29L, 2.0),
                new LimitReading(Metric.REQUESTS, Period.DAY, 14_400L, 14_399L, 50_400.0),
                new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 58_700L, 1.3)));
        time.pass(Duration.ofMillis(1_200));
        meter.settle(one, Settlement.used(290, 410, 0));
        assertThat(window(Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(29);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).source()).isEqualTo(Provenance.REPORTED);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).ageMs()).isEqualTo(1_200);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).reportedResetMs()).isEqualTo(800);
        assertThat(window(Metric.REQUESTS, Period.DAY).source()).isEqualTo(Provenance.REPORTED);
        assertThat(window(Metric.REQUESTS, Period.DAY).reportedResetMs()).isEqualTo(50_398_800);
        assertThat(window(Metric.TOKENS, Period.MINUTE).source()).isEqualTo(Provenance.PROJECTED);
        assertThat(window(Metric.TOKENS, Period.DAY).source()).isEqualTo(Provenance.PLANNED);
        assertThat(window(Metric.TOKENS, Period.DAY).reportedResetMs()).isNull();
        time.pass(Duration.ofMillis(800));
        assertThat(window(Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(30);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).source()).isEqualTo(Provenance.PROJECTED);
        assertThat(window(Metric.REQUESTS, Period.MINUTE).reportedResetMs()).isNull();
        meter.reserve(300, 1_000);
        assertThat(window(Metric.REQUESTS, Period.DAY).source()).isEqualTo(Provenance.PROJECTED);
    }

    @Test
    void aHeaderThatDoesNotFitWinsBecauseOthersUseTheQuotaToo() {
        var one = meter.reserve(300, 1_000);
        meter.observe(one, List.of(reading(Metric.TOKENS, Period.MINUTE, 60_000, 40_000)));
        assertThat(left()).isEqualTo(40_000);
        assertThat(window(Metric.TOKENS, Period.MINUTE).reserved()).isEqualTo(1_300);
        meter.settle(one, Settlement.used(300, 700, 0));
        assertThat(left()).isEqualTo(40_300);
    }

    @Test
    void anOlderAnswerNeverOverwritesANewerOne() {
        var older = meter.reserve(300, 1_000);
        var newer = meter.reserve(300, 1_000);
        meter.observe(newer, List.of(reading(Metric.TOKENS, Period.MINUTE, 60_000, 20_000)));
        meter.observe(older, List.of(reading(Metric.TOKENS, Period.MINUTE, 60_000, 35_000)));
        assertThat(left()).isEqualTo(20_000);
    }

    @Test
    void theHeadersLimitReplacesThePlans() {
        meter.observe(meter.reserve(300, 1_000), List.of(reading(Metric.TOKENS, Period.MINUTE, 64_000, 62_700)));
        var tokens = window(Metric.TOKENS, Period.MINUTE);
        assertThat(tokens.limit()).isEqualTo(64_000);
        assertThat(tokens.limitSource()).isEqualTo(Provenance.REPORTED);
        assertThat(tokens.remaining()).isEqualTo(62_700);
        assertThat(tokens.reserved()).isEqualTo(1_300);
    }

    @Test
    void withoutAPlanWindowsAppearWithTheHeaders() {
        var bare = new QuotaMeter(time.clocks(), null);
        assertThat(bare.snapshot().windows()).isEmpty();
        var one = bare.reserve(300, 1_000);
        bare.observe(one, List.of(reading(Metric.TOKENS, Period.MINUTE, 60_000, 58_690),
                reading(Metric.REQUESTS, Period.DAY, 14_400, 14_399),
                new LimitReading(Metric.TOKENS, Period.HOUR, null, 5_000L, null),
                new LimitReading(Metric.TOKENS, null, 9L, 9L, null)));
        bare.settle(one, Settlement.used(300, 200, 0));
        var windows = bare.snapshot().windows();
        assertThat(windows).hasSize(3);
        assertThat(windows).filteredOn(w -> w.period() == Period.MINUTE).singleElement()
                .satisfies(w -> assertThat(w.remaining()).isEqualTo(59_500))
                .satisfies(w -> assertThat(w.refill()).isEqualTo(Refill.CONTINUOUS));
        assertThat(windows).filteredOn(w -> w.period() == Period.DAY).singleElement()
                .satisfies(w -> assertThat(w.remaining()).isEqualTo(14_399))
                .satisfies(w -> assertThat(w.refill()).isEqualTo(Refill.FIXED));
        assertThat(windows).filteredOn(w -> w.period() == Period.HOUR).singleElement()
                .satisfies(w -> assertThat(w.level()).isEqualTo(Level.UNKNOWN))
                .satisfies(w -> assertThat(w.limit()).isNull()).satisfies(w -> assertThat(w.used()).isNull());
    }

    @Test
    void aBareTokensHeaderMeansTheBucketWithItsLimit() {
        var trial = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow());
        trial.observe(trial.reserve(300, 700), List.of(reading(Metric.TOKENS, Period.MINUTE, 30_000, 29_000)));
        assertThat(trial.snapshot().windows()).filteredOn(w -> w.source() == Provenance.REPORTED).singleElement()
                .satisfies(w -> assertThat(w.metric()).isEqualTo(Metric.UNCACHED_TOKENS));
        trial.observe(trial.reserve(300, 700), List.of(reading(Metric.TOKENS, Period.MINUTE, 90_000, 88_000)));
        assertThat(trial.snapshot().windows()).filteredOn(w -> w.source() == Provenance.REPORTED).singleElement()
                .satisfies(w -> assertThat(w.metric()).isEqualTo(Metric.TOKENS));
    }

    @Test
    void cachedTokensAreSparedByTheUncachedBucketOnly() {
        var trial = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow());
        trial.settle(trial.reserve(1_000, 1_000), Settlement.used(1_000, 500, 896));
        assertThat(trial.snapshot().windows()).filteredOn(w -> w.metric() == Metric.UNCACHED_TOKENS).singleElement()
                .satisfies(w -> assertThat(w.remaining()).isEqualTo(30_000 - 604));
        assertThat(trial.snapshot().windows())
                .filteredOn(w -> w.metric() == Metric.TOKENS && w.period() == Period.MINUTE).singleElement()
                .satisfies(w -> assertThat(w.remaining()).isEqualTo(90_000 - 1_500));
    }

    @Test
    void theWindowThatWouldRefuseFirstComesFirst() {
        meter.settle(meter.reserve(100, 100), Settlement.used(100, 100, 0));
        assertThat(meter.snapshot().windows().getFirst().metric()).isEqualTo(Metric.REQUESTS);
        meter.settle(meter.reserve(1_000, 30_000), Settlement.used(1_000, 30_000, 0));
        var windows = meter.snapshot().windows();
        assertThat(windows.getFirst().metric()).isEqualTo(Metric.TOKENS);
        assertThat(windows.getFirst().period()).isEqualTo(Period.MINUTE);
        assertThat(windows).filteredOn(WindowState::binding).hasSize(1);
        assertThat(windows.stream().skip(1).map(WindowState::period)).isSorted();
    }

    @Test
    void earlierUseCountsWhereItsWindowStillRuns() {
        meter.restore(List.of(new PastUse(Instant.parse("2026-11-19T23:59:59Z"), 5_000, 0, false),
                new PastUse(Instant.parse("2026-11-20T08:00:00Z"), 7_000, 0, false),
                new PastUse(Instant.parse("2026-11-20T09:59:30Z"), 31_000, 0, false),
                new PastUse(Instant.parse("2026-11-20T09:59:45Z"), 9_000, 0, true)));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(962_000);
        assertThat(left()).isEqualTo(59_000);
        assertThat(window(Metric.REQUESTS, Period.DAY).remaining()).isEqualTo(14_398);
        var day = meter.snapshot().day();
        assertThat(day.used()).isEqualTo(38_000);
        assertThat(day.requests()).isEqualTo(3);
        assertThat(day.refused()).isEqualTo(1);
        assertThat(day.burnPerMinute()).isEqualTo(6_200);
        meter.settle(meter.reserve(500, 500), Settlement.used(500, 500, 0));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(961_000);
    }

    @Test
    void earlierUseSurvivesEvenIfItComesWhileARequestRuns() {
        var one = meter.reserve(500, 500);
        meter.restore(List.of(new PastUse(Instant.parse("2026-11-20T08:00:00Z"), 7_000, 0, false)));
        meter.settle(one, Settlement.used(500, 500, 0));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(992_000);
    }

    @Test
    void aWallClockSetBackRefillsNothingAndOneSetForwardStartsTheDay() {
        meter.settle(meter.reserve(500, 500), Settlement.used(500, 500, 0));
        time.setWall("2026-11-18T10:00:00Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(999_000);
        meter.settle(meter.reserve(500, 500), Settlement.used(500, 500, 0));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(998_000);
        time.setWall("2026-11-21T00:00:00Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
    }

    @Test
    void aRequestThatSpansMidnightDoesNotChargeTheNewDay() {
        time.setWall("2026-11-20T23:59:59Z");
        var one = meter.reserve(500, 500);
        time.pass(Duration.ofSeconds(2));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
        assertThat(window(Metric.TOKENS, Period.DAY).reserved()).isZero();
        meter.settle(one, Settlement.used(500, 100, 0));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
    }

    @Test
    void aResetThatTheProviderNamesMovesTheBoundary() {
        var one = meter.reserve(500, 500);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 999_000L, 3_600.0)));
        meter.settle(one, Settlement.used(500, 500, 0));
        assertThat(window(Metric.TOKENS, Period.DAY).nextMs()).isEqualTo(3_600_000);
        time.pass(Duration.ofMinutes(59));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(999_000);
        time.pass(Duration.ofMinutes(1));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
    }

    private WindowState window(Metric metric, Period period) {
        return meter.snapshot().windows().stream().filter(w -> w.metric() == metric && w.period() == period).findFirst()
                .orElseThrow();
    }

    private long left() {
        return window(Metric.TOKENS, Period.MINUTE).remaining();
    }

    private static LimitReading reading(Metric metric, Period period, long limit, long remaining) {
        return new LimitReading(metric, period, limit, remaining, null);
    }
}
