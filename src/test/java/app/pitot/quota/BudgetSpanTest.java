package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetSpanTest {
    @ParameterizedTest
    @CsvSource({"DAY, UTC, 2026-11-26T10:00:00Z, 2026-11-26T00:00:00Z, 24",
        // Clocks go forward and back.
        "DAY, Europe/Berlin, 2026-03-29T10:00:00Z, 2026-03-28T23:00:00Z, 23",
        "DAY, Europe/Berlin, 2026-10-25T23:30:00Z, 2026-10-25T23:00:00Z, 24",
        "DAY, Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-24T22:00:00Z, 25",
        "DAY, America/New_York, 2026-11-01T12:00:00Z, 2026-11-01T04:00:00Z, 25",
        // At midnight itself: the day begins at 01:00.
        "DAY, Africa/Cairo, 2026-04-24T10:00:00Z, 2026-04-23T22:00:00Z, 23",
        "DAY, Asia/Kolkata, 2026-11-26T18:29:59Z, 2026-11-25T18:30:00Z, 24",
        "DAY, Asia/Kolkata, 2026-11-26T18:30:00Z, 2026-11-26T18:30:00Z, 24",
        "MONTH, UTC, 2026-02-28T23:59:59Z, 2026-02-01T00:00:00Z, 672",
        "MONTH, UTC, 2028-02-29T00:00:00Z, 2028-02-01T00:00:00Z, 696",
        "MONTH, UTC, 2026-12-31T23:59:59Z, 2026-12-01T00:00:00Z, 744",
        "MONTH, Europe/Berlin, 2026-12-31T23:00:00Z, 2026-12-31T23:00:00Z, 744",
        "MONTH, Europe/Berlin, 2026-03-10T00:00:00Z, 2026-02-28T23:00:00Z, 743"})
    void begins_and_ends_as_the_calendar_of_its_zone_says(Period period, String zone, Instant at, Instant from,
            long hours) {
        var span = BudgetSpan.of(period, ZoneId.of(zone), at);
        assertThat(span.from()).isEqualTo(from);
        assertThat(Duration.between(span.from(), span.until())).isEqualTo(Duration.ofHours(hours));
        assertThat(span.contains(at)).isTrue();
    }

    @Test
    void days_follow_each_other_without_gap_in_every_zone() {
        for (var zone : List.of("UTC", "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Kathmandu",
                "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns")) {
            for (var period : List.of(Period.DAY, Period.MONTH)) {
                var at = LocalDate.of(2011, 12, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
                var span = BudgetSpan.of(period, ZoneId.of(zone), at);
                for (int i = 0; i < 400; i++) {
                    var next = BudgetSpan.of(period, ZoneId.of(zone), span.until());
                    assertThat(next.from()).as("%s %s", zone, span).isEqualTo(span.until());
                    span = next;
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000000000000001", "9223372036854775807", "-9223372036854775808"})
    void an_amount_that_is_none_makes_no_budget(long amount) {
        assertThatThrownBy(() -> new Budget("id", null, Metric.TOKENS, amount, Period.DAY, ZoneOffset.UTC, true, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_do_not_overflow() {
        var much = new Spent(Long.MAX_VALUE, Long.MAX_VALUE - 1, 5, Long.MAX_VALUE, 0);
        assertThat(much.plus(new Spent(1, 7, 6, 1, 1)))
                .isEqualTo(new Spent(Long.MAX_VALUE, Long.MAX_VALUE, 11, Long.MAX_VALUE, 1));
        assertThat(new Spent(-5, -6, -7, 0, 0)).isEqualTo(Spent.NOTHING);
    }

    @Test
    void what_was_said_is_claimed_once_and_as_much_or_less_never_again() {
        var from = Instant.parse("2026-11-26T00:00:00Z");
        var first = new BudgetTold("b", from, 75, "one");
        var all = BudgetTold.claim(List.of(), first);
        assertThat(all).containsExactly(first);
        assertThat(BudgetTold.claim(all, new BudgetTold("b", from, 75, "two"))).isSameAs(all);
        all = BudgetTold.claim(all, new BudgetTold("b", from, 100, "two"));
        assertThat(all).containsExactly(new BudgetTold("b", from, 100, "two"));
        assertThat(BudgetTold.claim(all, new BudgetTold("b", from, 90, "one"))).isSameAs(all);
        assertThat(BudgetTold.claim(all, new BudgetTold("c", from, 75, "one"))).hasSize(2);
    }

    @Test
    void what_was_said_long_ago_is_forgotten() {
        List<BudgetTold> all = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            all = BudgetTold.claim(all, new BudgetTold("b", Instant.parse("2026-11-0" + day + "T00:00:00Z"), 75, ""));
        }
        assertThat(all).extracting(told -> told.from().toString().substring(8, 10)).containsExactlyInAnyOrder("07",
                "08", "09");
    }
}
