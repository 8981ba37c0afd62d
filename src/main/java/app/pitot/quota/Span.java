package app.pitot.quota;

import app.pitot.provider.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of the calendar: a local day has 23 or 25 hours when the clocks change, a month 28 to 31 days.
 *
 * @param end the first instant that is no longer part of it
 */
public record Span(Instant start, Instant end) {
    /** The minute, hour, day or month that {@code at} belongs to by the clocks of {@code zone}. */
    public static Span of(Period period, ZoneId zone, Instant at) {
        var local = at.atZone(zone);
        return switch (period) {
            case MINUTE -> even(at.truncatedTo(ChronoUnit.MINUTES), period);
            case HOUR -> even(local.truncatedTo(ChronoUnit.HOURS).toInstant(), period);
            case DAY -> days(local.toLocalDate(), local.toLocalDate().plusDays(1), zone);
            case MONTH -> {
                var first = local.toLocalDate().withDayOfMonth(1);
                yield days(first, first.plusMonths(1), zone);
            }
        };
    }

    /** Where midnight does not exist, the day begins with the first instant that does. */
    private static Span days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }

    private static Span even(Instant from, Period period) {
        return new Span(from, from.plus(period.length()));
    }

    public long millis() {
        return end.toEpochMilli() - start.toEpochMilli();
    }

    /** How much of it is over at {@code at}: 0 to 1. */
    public double over(Instant at) {
        return Math.clamp((double) (at.toEpochMilli() - start.toEpochMilli()) / millis(), 0, 1);
    }
}
