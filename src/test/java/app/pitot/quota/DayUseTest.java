package app.pitot.quota;

import java.time.LocalDate;
import app.pitot.provider.Refill;
import app.pitot.provider.Limit;
import app.pitot.provider.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.base.Provenance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayUseTest {
    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(),
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());

    @Test
    void nothingBurnsAndNothingRunsOut() {
        var day = meter.snapshot().day();
        assertThat(day.limit()).isEqualTo(1_000_000);
        assertThat(day.burnPerMinute()).isZero();
        assertThat(day.runsOutAt()).isNull();
        assertThat(day.dayStart()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(day.resetsAt()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(day.curve().minutes()).containsExactly(0, 600);
        assertThat(day.curve().used()).containsExactly(0, 0);
    }

    @Test
    void fastBurnRunsOutBeforeTheReset() {
        spend(60_000);
        var day = meter.snapshot().day();
        assertThat(day.burnPerMinute()).isEqualTo(12_000);
        // The forecast goes by no less than a quarter of an hour: 940,000 at 4,000 a minute.
        assertThat(day.runsOutAt()).isEqualTo(time.now().plus(Duration.ofMinutes(235)));
    }

    @Test
    void oneLongReplyIsNotThePaceOfADay() {
        spend(8_000);
        assertThat(meter.snapshot().day().burnPerMinute()).isEqualTo(1_600);
        assertThat(meter.snapshot().day().runsOutAt()).isNull();
    }

    @Test
    void theForecastForgetsUseAfterAnHour() {
        spend(60_000);
        time.pass(Duration.ofMinutes(59));
        assertThat(meter.snapshot().day().burnPerMinute()).isZero();
        spend(60_000);
        assertThat(meter.snapshot().day().runsOutAt()).isNotNull();
        time.pass(Duration.ofMinutes(61));
        assertThat(meter.snapshot().day().runsOutAt()).isNull();
    }

    @Test
    void slowBurnLastsUntilTheReset() {
        spend(500);
        assertThat(meter.snapshot().day().burnPerMinute()).isEqualTo(100);
        assertThat(meter.snapshot().day().runsOutAt()).isNull();
    }

    @Test
    void burnIsForgottenAfterFiveMinutes() {
        spend(50_000);
        time.pass(Duration.ofMinutes(5));
        assertThat(meter.snapshot().day().burnPerMinute()).isZero();
        assertThat(meter.snapshot().day().used()).isEqualTo(50_000);
    }

    @Test
    void theChartHasAPointForEachMinuteWithAChange() {
        spend(1_000);
        time.pass(Duration.ofMinutes(2));
        spend(2_000);
        time.pass(Duration.ofMinutes(3));
        var day = meter.snapshot().day();
        assertThat(day.curve().minutes()).containsExactly(0, 600, 602, 605);
        assertThat(day.curve().used()).containsExactly(0, 1_000, 3_000, 3_000);
    }

    @Test
    void theProvidersCountReplacesOurs() {
        var one = meter.reserve(300, 700);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 599_000L, null)));
        assertThat(meter.snapshot().day().used()).isEqualTo(400_000);
        assertThat(meter.snapshot().day().source()).isEqualTo(Provenance.REPORTED);
        meter.settle(one, Settlement.used(300, 200, 0));
        assertThat(meter.snapshot().day().used()).isEqualTo(400_500);
        assertThat(meter.snapshot().day().source()).isEqualTo(Provenance.PROJECTED);
    }

    @Test
    void anEmptyDayHasRunOut() {
        var one = meter.reserve(300, 700);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 0L, null)));
        assertThat(meter.snapshot().day().runsOutAt()).isEqualTo(time.now());
    }

    @Test
    void withoutALimitUseIsStillCounted() {
        var bare = new QuotaMeter(time.clocks(), null);
        bare.settle(bare.reserve(10, 10), Settlement.used(10, 10, 0));
        var day = bare.snapshot().day();
        assertThat(day.limit()).isNull();
        assertThat(day.used()).isEqualTo(20);
        assertThat(day.runsOutAt()).isNull();
    }

    @Test
    void aLimitThatRefillsFasterThanItBurnsNeverRunsOut() {
        var groq = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("groq-free-2026-10").orElseThrow());
        groq.settle(groq.reserve(300, 300), Settlement.used(300, 300, 0));
        assertThat(groq.snapshot().day().burnPerMinute()).isEqualTo(120);
        assertThat(groq.snapshot().day().runsOutAt()).isNull();
    }

    @Test
    void aPlanOfRequestsShowsTheDaysRequests() {
        var router = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("openrouter-free").orElseThrow());
        router.settle(router.reserve(300, 300), Settlement.used(300, 300, 0));
        router.settle(router.reserve(300, 300), Settlement.of(Settlement.Kind.REFUSED));
        var day = router.snapshot().day();
        assertThat(day.metric()).isEqualTo(Metric.REQUESTS);
        assertThat(day.used()).isEqualTo(1);
        assertThat(day.left()).isEqualTo(day.limit() - 1);
        assertThat(day.requests()).isEqualTo(2);
        assertThat(day.refused()).isEqualTo(1);
    }

    @Test
    void ofTwoLimitsPerDayItIsTheOneThatRunsOutFirst() {
        var plan = new Plan("p", "p", "custom", LocalDate.parse("2026-11-01"), "", List.of(
                new Limit(Metric.TOKENS, Period.DAY, 1_000_000, Refill.FIXED),
                new Limit(Metric.REQUESTS, Period.DAY, 100, Refill.FIXED)), null, null, "");
        var both = new QuotaMeter(time.clocks(), plan);
        assertThat(both.snapshot().day().metric()).isEqualTo(Metric.TOKENS);
        for (var i = 0; i < 30; i++) {
            both.settle(both.reserve(10, 0), Settlement.used(10, 0, 0));
        }
        assertThat(both.snapshot().day().metric()).isEqualTo(Metric.REQUESTS);
        assertThat(both.snapshot().day().runsOutAt()).isEqualTo(time.now().plus(Duration.ofMinutes(35)));
        both.settle(both.reserve(1_000_000, 0), Settlement.used(999_700, 0, 0));
        assertThat(both.snapshot().day().metric()).isEqualTo(Metric.TOKENS);
        assertThat(both.snapshot().day().usedUp()).isTrue();
    }

    @Test
    void aDayThatResetsAtAnotherHourIsThatDay() {
        var one = meter.reserve(300, 700);
        // 10:00 now, reset in two hours: the day began at noon yesterday.
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 599_000L, 7_200.0)));
        var day = meter.snapshot().day();
        assertThat(day.resetsAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(day.dayStart()).isEqualTo(Instant.parse("2026-11-19T12:00:00Z"));
        assertThat(day.forecast().ahead(day.used(), day.limit())).isLessThan(0);
    }

    @Test
    void whatOthersUseIsPartOfTheUseAndOnlyLaterOfThePace() {
        var one = meter.reserve(300, 0);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 599_700L, null)));
        meter.settle(one, Settlement.used(300, 0, 0));
        assertThat(meter.snapshot().day().used()).isEqualTo(400_300);
        assertThat(meter.snapshot().day().runsOutAt()).isNull();
        time.pass(Duration.ofMinutes(10));
        var two = meter.reserve(300, 0);
        meter.observe(two, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 299_400L, null)));
        meter.settle(two, Settlement.used(300, 0, 0));
        assertThat(meter.snapshot().day().used()).isEqualTo(700_600);
        assertThat(meter.snapshot().day().runsOutAt()).isNotNull();
    }

    @Test
    void bucketsRefillWhileTheComputerSleeps() {
        spend(50_000);
        time.sleep(Duration.ofHours(1));
        assertThat(meter.snapshot().windows()).filteredOn(window -> window.period() != Period.DAY)
                .allSatisfy(window -> assertThat(window.remaining()).isEqualTo(window.limit()));
        assertThat(meter.snapshot().day().used()).isEqualTo(50_000);
        assertThat(meter.snapshot().day().curve().minutes()).containsExactly(0, 600, 660);
    }

    private void spend(long tokens) {
        meter.settle(meter.reserve(tokens, 0), Settlement.used(tokens, 0, 0));
    }
}
