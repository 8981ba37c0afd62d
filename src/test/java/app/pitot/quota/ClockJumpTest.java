package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The machine sleeps, its clock is set, months have their own lengths. */
class ClockJumpTest {
    private long nanos = 1_000;
    private Instant wall = Instant.parse("2026-11-20T10:00:00Z");
    private final Clocks clocks = new Clocks(() -> nanos, () -> wall);
    private final QuotaMeter meter = new QuotaMeter(clocks,
            Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow());

    @Test
    void bucketsRefillWhileTheMachineSleeps() {
        spend(50_000);
        assertThat(window(Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(10_000);
        sleep(Duration.ofSeconds(30));
        assertThat(window(Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(40_000);
        assertThat(window(Metric.TOKENS, Period.MINUTE).source()).isEqualTo(Provenance.ESTIMATED);
        var one = meter.reserve(500, 500);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 38_900L, 20.0)));
        assertThat(window(Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(38_900);
        assertThat(window(Metric.TOKENS, Period.MINUTE).source()).isEqualTo(Provenance.REPORTED);
    }

    @Test
    void aReportAgesWhileTheMachineSleeps() {
        meter.observe(meter.reserve(500, 500),
                List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 58_900L, 1.0)));
        sleep(Duration.ofHours(2));
        assertThat(window(Metric.TOKENS, Period.MINUTE).ageMs()).isEqualTo(7_200_000);
    }

    @Test
    void driftIsNoSleep() {
        spend(50_000);
        for (var i = 0; i < 100; i++) {
            nanos += 100_000_000;
            wall = wall.plusMillis(101);
            meter.snapshot();
        }
        assertThat(window(Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(20_000);
        assertThat(window(Metric.TOKENS, Period.MINUTE).source()).isEqualTo(Provenance.PLANNED);
    }

    @Test
    void aClockThatWasAYearAheadDoesNotStopTheDays() {
        wall = Instant.parse("2027-11-20T10:00:00Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
        spend(1_000);
        wall = Instant.parse("2026-11-20T10:00:30Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).as("nothing comes back").isEqualTo(999_000);
        assertThat(window(Metric.TOKENS, Period.DAY).nextMs()).isEqualTo(Duration.ofHours(14).toMillis() - 30_000);
        sleep(Duration.ofHours(14));
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(1_000_000);
    }

    @Test
    void aClockSetBackByAMomentDoesNotStartADayTwice() {
        wall = Instant.parse("2026-11-20T23:59:59Z");
        spend(1_000);
        sleep(Duration.ofSeconds(2));
        spend(2_000);
        wall = Instant.parse("2026-11-20T23:59:58Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(998_000);
        wall = Instant.parse("2026-11-21T00:00:03Z");
        assertThat(window(Metric.TOKENS, Period.DAY).remaining()).isEqualTo(998_000);
    }

    @Test
    void aMonthIsACalendarMonth() {
        wall = Instant.parse("2028-02-10T12:00:00Z");
        var money = new QuotaMeter(clocks, Catalogue.shipped().plan("custom").orElseThrow()
                .withLimits(List.of(new Limit(Metric.USD, Period.MONTH, 5_000_000, Refill.FIXED))));
        money.settle(money.reserve(10, 10), Settlement.used(10, 10, 0).costing(1_500_000));
        var month = money.snapshot().windows().getFirst();
        assertThat(month.remaining()).isEqualTo(3_500_000);
        assertThat(month.nextMs()).isEqualTo(Duration.ofDays(19).plusHours(12).toMillis());
        sleep(Duration.ofDays(19).plusHours(11));
        assertThat(money.snapshot().windows().getFirst().remaining()).isEqualTo(3_500_000);
        sleep(Duration.ofHours(1));
        assertThat(money.snapshot().windows().getFirst().remaining()).isEqualTo(5_000_000);
        assertThat(money.snapshot().windows().getFirst().nextMs()).as("March has not begun").isNull();
    }

    @Test
    void aMonthMayEndWhenTheProviderSays() {
        var boundaries = Boundaries.utc(Period.MONTH).endingAt(Instant.parse("2026-11-15T08:00:00Z").toEpochMilli());
        var before = boundaries.index(Instant.parse("2026-11-15T07:59:59Z").toEpochMilli());
        var after = boundaries.index(Instant.parse("2026-11-15T08:00:00Z").toEpochMilli());
        assertThat(after).isEqualTo(before + 1);
        assertThat(Instant.ofEpochMilli(boundaries.start(after + 1))).isEqualTo("2026-12-15T08:00:00Z");
    }

    private void spend(long tokens) {
        meter.settle(meter.reserve(tokens, 0), Settlement.used(tokens, 0, 0));
    }

    private void sleep(Duration time) {
        wall = wall.plus(time);
    }

    private WindowState window(Metric metric, Period period) {
        return meter.snapshot().windows().stream().filter(w -> w.metric() == metric && w.period() == period).findFirst()
                .orElseThrow();
    }
}
