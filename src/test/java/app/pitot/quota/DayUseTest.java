package app.pitot.quota;

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
        assertThat(day.limitTokens()).isEqualTo(1_000_000);
        assertThat(day.burnPerMinute()).isZero();
        assertThat(day.runsOutAt()).isNull();
        assertThat(day.dayStart()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(day.resetsAt()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(day.sampleMinutes()).containsExactly(0, 600);
        assertThat(day.samples()).containsExactly(0, 0);
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
        assertThat(meter.snapshot().day().usedTokens()).isEqualTo(50_000);
    }

    @Test
    void theChartHasAPointForEachMinuteWithAChange() {
        spend(1_000);
        time.pass(Duration.ofMinutes(2));
        spend(2_000);
        time.pass(Duration.ofMinutes(3));
        var day = meter.snapshot().day();
        assertThat(day.sampleMinutes()).containsExactly(0, 600, 602, 605);
        assertThat(day.samples()).containsExactly(0, 1_000, 3_000, 3_000);
    }

    @Test
    void theProvidersCountReplacesOurs() {
        var one = meter.reserve(300, 700);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 599_000L, null)));
        assertThat(meter.snapshot().day().usedTokens()).isEqualTo(400_000);
        assertThat(meter.snapshot().day().source()).isEqualTo(Provenance.REPORTED);
        meter.settle(one, Settlement.used(300, 200, 0));
        assertThat(meter.snapshot().day().usedTokens()).isEqualTo(400_500);
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
        assertThat(day.limitTokens()).isNull();
        assertThat(day.usedTokens()).isEqualTo(20);
        assertThat(day.runsOutAt()).isNull();
    }

    @Test
    void aLimitThatRefillsFasterThanItBurnsNeverRunsOut() {
        var groq = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("groq-free-2026-10").orElseThrow());
        groq.settle(groq.reserve(300, 300), Settlement.used(300, 300, 0));
        assertThat(groq.snapshot().day().burnPerMinute()).isEqualTo(120);
        assertThat(groq.snapshot().day().runsOutAt()).isNull();
    }

    private void spend(long tokens) {
        meter.settle(meter.reserve(tokens, 0), Settlement.used(tokens, 0, 0));
    }
}
