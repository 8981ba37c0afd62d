package app.pitot.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.usage.Span.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** 00:30 on the 29th in Berlin: the day on which clocks go forward at two. */
    private static final Instant NOW = Instant.parse("2026-03-28T23:30:00Z");

    @Test
    void todayIsTheDayOfTheZoneAlsoWhenItIsShort() {
        var today = Span.today();
        assertThat(today.begin(NOW, BERLIN)).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(Duration.between(today.begin(NOW, BERLIN), today.end(NOW, BERLIN))).isEqualTo(Duration.ofHours(23));
        assertThat(today.step()).isEqualTo(Step.HOUR);
    }

    @Test
    void sevenDaysAreTodayAndTheSixBefore() {
        var week = Span.of(Kind.DAYS_7);
        assertThat(week.begin(NOW, BERLIN)).isEqualTo("2026-03-22T23:00:00Z");
        assertThat(week.end(NOW, BERLIN)).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(week.step()).isEqualTo(Step.DAY);
    }

    @Test
    void allBeginsBeforeAnyRequest() {
        assertThat(Span.of(Kind.ALL).begin(NOW, BERLIN)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void anOwnStretchHoldsItsLastDayAndIsToldByTheHourIfShort() {
        var own = Span.own(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
        assertThat(own.end(NOW, BERLIN)).isEqualTo("2026-03-02T23:00:00Z");
        assertThat(own.step()).isEqualTo(Step.HOUR);
        assertThat(Span.own(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 3)).step()).isEqualTo(Step.DAY);
        assertThatThrownBy(() -> Span.own(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.of(Kind.OWN)).isInstanceOf(IllegalArgumentException.class);
    }
}
