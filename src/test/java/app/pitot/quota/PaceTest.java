package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final ManualTime time = new ManualTime();
    private final Pace pace = new Pace(time.clocks(), Period.DAY);

    private Forecast forecast(long limit) {
        var span = BudgetSpan.of(Period.DAY, ZoneOffset.UTC, time.now());
        return pace.forecast(limit, (double) limit - pace.since(span.from()), span);
    }

    @Test
    void runsOutWhereTheLineMeetsTheLimit() {
        for (var i = 0; i < 60; i++) {
            pace.spent(1_000);
            time.pass(Duration.ofMinutes(1));
        }
        var forecast = forecast(120_000);
        assertThat(forecast.burnPerMinute()).isEqualTo(800);
        assertThat(forecast.pacePerMinute()).isCloseTo(1_000, within(20.0));
        assertThat(forecast.runsOutAt()).isBetween(time.now().plus(Duration.ofMinutes(57)),
                time.now().plus(Duration.ofMinutes(61)));
        assertThat(forecast(2_000_000).runsOutAt()).isNull();
    }

    @Test
    void evenSpendIsTheDaysShareOfTheLimit() {
        pace.spent(500);
        assertThat(forecast(2_400).evenUsed()).isEqualTo(1_000);
        assertThat(forecast(2_400).ahead(1_288, 2_400L)).isEqualTo(0.12);
        assertThat(forecast(2_400).ahead(1_000, null)).isNull();
        assertThat(forecast(0).ahead(0, 0L)).isNull();
    }

    @Test
    void aBudgetOfNothingHasRunOut() {
        assertThat(forecast(0).runsOutAt()).isEqualTo(time.now());
    }

    @Test
    void moneyAndRequestsGoTheSameWay() {
        for (var i = 0; i < 30; i++) {
            pace.spent(1);
            time.pass(Duration.ofMinutes(2));
        }
        assertThat(forecast(50).runsOutAt()).isBetween(time.now().plus(Duration.ofMinutes(36)),
                time.now().plus(Duration.ofMinutes(42)));
    }

    @Test
    void theHourBeforeSleepIsNotThePaceAfterIt() {
        pace.spent(60_000);
        assertThat(forecast(200_000).runsOutAt()).isNotNull();
        time.sleep(Duration.ofHours(3));
        var forecast = forecast(200_000);
        assertThat(forecast.burnPerMinute()).isZero();
        assertThat(forecast.pacePerMinute()).isZero();
        assertThat(forecast.runsOutAt()).isNull();
        assertThat(pace.since(Instant.parse("2026-11-20T00:00:00Z"))).isEqualTo(60_000);
    }

    @Test
    void aPromiseStandsWhileNothingIsUsed() {
        for (var i = 0; i < 60; i++) {
            pace.spent(1_000);
            time.pass(Duration.ofMinutes(1));
        }
        var promised = forecast(100_000).runsOutAt();
        assertThat(promised).isBetween(time.now().plus(Duration.ofMinutes(38)),
                time.now().plus(Duration.ofMinutes(40)));
        for (var i = 0; i < 70; i++) {
            time.pass(Duration.ofSeconds(30));
            assertThat(forecast(100_000).runsOutAt()).isEqualTo(promised);
        }
        assertThat(forecast(100_000).burnPerMinute()).isZero();
        // It has come, and 40,000 are left: by the pace until now.
        time.pass(Duration.ofMinutes(10));
        var later = forecast(100_000);
        assertThat(later.runsOutAt()).isAfter(time.now().plus(Duration.ofMinutes(50)));
        assertThat(later.pacePerMinute()).isLessThan(1_000);
        time.pass(Duration.ofMinutes(20));
        assertThat(forecast(100_000).runsOutAt()).as("more than an hour ago").isNull();
    }

    @Test
    void aShortSleepMovesNoPromise() {
        pace.spent(60_000);
        var promised = forecast(200_000).runsOutAt();
        time.sleep(Duration.ofMinutes(30));
        assertThat(forecast(200_000).runsOutAt()).isEqualTo(promised);
        time.sleep(Duration.ofMinutes(10));
        assertThat(forecast(200_000).pacePerMinute()).isEqualTo(1_500);
    }

    @Test
    void sleepOverMidnightBeginsTheNextDay() {
        pace.spent(60_000);
        time.sleep(Duration.ofHours(15));
        assertThat(pace.since(Instant.parse("2026-11-21T00:00:00Z"))).isZero();
        assertThat(pace.since(Instant.parse("2026-11-20T00:00:00Z"))).isEqualTo(60_000);
    }

    @Test
    void aWallClockSetBackTakesNothingAway() {
        pace.spent(60_000);
        time.pass(Duration.ofMinutes(1));
        time.setWall("2026-11-20T07:00:00Z");
        var forecast = forecast(200_000);
        assertThat(forecast.burnPerMinute()).isEqualTo(12_000);
        assertThat(pace.since(Instant.parse("2026-11-20T00:00:00Z"))).isEqualTo(60_000);
        // Back over midnight: it is that day's use then.
        time.setWall("2026-11-19T23:00:00Z");
        assertThat(pace.since(Instant.parse("2026-11-19T00:00:00Z"))).isEqualTo(60_000);
    }

    @Test
    void aWallClockTrimmedByAMomentMovesNothing() {
        pace.spent(60_000);
        for (var i = 0; i < 100; i++) {
            time.trim(Duration.ofMillis(i % 2 == 0 ? 900 : -900));
            assertThat(forecast(200_000).burnPerMinute()).isEqualTo(12_000);
        }
    }

    @Test
    void aClockGoneMadBreaksNothing() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            time.setWall(Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L)).toString());
            time.pass(Duration.ofMillis(random.nextInt(5_000)));
            pace.spent(random.nextInt(100) - 20);
            var forecast = forecast(1_000);
            assertThat(forecast.burnPerMinute()).isBetween(0.0, 5_000.0);
            assertThat(forecast.evenUsed()).isBetween(0.0, 1_000.0);
            var out = forecast.runsOutAt();
            assertThat(out == null || !out.isBefore(time.now()) && out.isBefore(forecast.resetsAt())).isTrue();
        }
    }

    @Test
    void whatIsReadLaterCountsWhereItBelongs() {
        pace.spent(10);
        pace.spentAt(time.now().minus(Duration.ofMinutes(30)), 300);
        pace.spentAt(time.now().plus(Duration.ofMinutes(30)), 5);
        pace.spentAt(Instant.parse("2026-11-19T23:59:59Z"), 1_000);
        assertThat(pace.since(Instant.parse("2026-11-20T00:00:00Z"))).isEqualTo(315);
        assertThat(forecast(1_000).burnPerMinute()).isEqualTo(3);
        assertThat(forecast(1_000).pacePerMinute()).isEqualTo(10.5);
        var curve = pace.curve(Instant.parse("2026-11-20T00:00:00Z"), 315);
        assertThat(curve.minutes()).containsExactly(0, 570, 600);
        assertThat(curve.used()).containsExactly(0, 300, 315);
    }

    @Test
    void aMonthGoesByItsWeeks() {
        var month = new Pace(time.clocks(), Period.MONTH);
        month.spent(14_400);
        var span = BudgetSpan.of(Period.MONTH, ZoneOffset.UTC, time.now());
        assertThat(month.forecast(100_000L, 85_600.0, span).pacePerMinute()).isEqualTo(10);
        assertThat(month.forecast(100_000L, 85_600.0, span).runsOutAt())
                .isEqualTo(time.now().plus(Duration.ofMinutes(8_560)));
        time.pass(Duration.ofDays(8));
        assertThat(month.forecast(100_000L, 85_600.0, span).pacePerMinute()).isZero();
    }

    @Test
    void whatIsOldIsForgottenAndNothingElse() {
        for (var i = 0; i < 20_000; i++) {
            pace.spent(1);
            time.pass(Duration.ofSeconds(20));
        }
        assertThat(pace.since(time.now().minus(Duration.ofHours(24)))).isEqualTo(4_320);
    }

    @Nested
    class Spans {
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        private BudgetSpan day(String at) {
            return BudgetSpan.of(Period.DAY, berlin, Instant.parse(at));
        }

        @Test
        void daysHave23And25HoursWhenTheClocksChange() {
            assertThat(day("2026-03-29T12:00:00Z").millis()).isEqualTo(Duration.ofHours(23).toMillis());
            assertThat(day("2026-10-25T12:00:00Z").millis()).isEqualTo(Duration.ofHours(25).toMillis());
            assertThat(day("2026-10-25T22:59:59Z")).isEqualTo(day("2026-10-24T22:00:00Z"));
            assertThat(day("2026-10-25T23:00:00Z").from()).isEqualTo("2026-10-25T23:00:00Z");
        }

        @Test
        void evenSpendGoesByTheRealLengthOfTheDay() {
            time.setWall("2026-10-25T10:30:00Z");
            var day = day("2026-10-25T10:30:00Z");
            assertThat(pace.forecast(1_000L, 1_000.0, day).evenUsed()).isEqualTo(500);
        }

        @Test
        void aDayWithoutMidnightBeginsWithItsFirstInstant() {
            var day = BudgetSpan.of(Period.DAY, ZoneId.of("America/Santiago"), Instant.parse("2026-09-06T12:00:00Z"));
            assertThat(day.from()).isEqualTo("2026-09-06T04:00:00Z");
            assertThat(day.millis()).isEqualTo(Duration.ofHours(23).toMillis());
        }

        @Test
        void monthsAreThoseOfTheCalendar() {
            var october = BudgetSpan.of(Period.MONTH, berlin, Instant.parse("2026-10-31T22:59:59Z"));
            assertThat(october.from()).isEqualTo("2026-09-30T22:00:00Z");
            assertThat(october.until()).isEqualTo("2026-10-31T23:00:00Z");
            assertThat(BudgetSpan.of(Period.MONTH, berlin, Instant.parse("2026-10-31T23:00:00Z")).from())
                    .isEqualTo(october.until());
        }
    }
}
