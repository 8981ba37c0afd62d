package app.pitot.quota;

import app.pitot.provider.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One day or month as the calendar of a zone has it: 23 or 25 hours long where its clocks are changed.
 *
 * @param from its first instant
 * @param until the first instant behind it
 */
public record BudgetSpan(Instant from, Instant until) {
    /** The one that {@code at} lies in. @param period DAY or MONTH */
    public static BudgetSpan of(Period period, ZoneId zone, Instant at) {
        var today = LocalDate.ofInstant(at, zone);
        var first = period == Period.MONTH ? today.withDayOfMonth(1) : today;
        var next = period == Period.MONTH ? first.plusMonths(1) : first.plusDays(1);
        // Not midnight: where clocks are changed at that hour, a day begins later.
        return new BudgetSpan(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }

    /** The one that a budget counts at {@code at}. */
    public static BudgetSpan of(Budget budget, Instant at) {
        return of(budget.period(), budget.zone(), at);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public long millis() {
        return until.toEpochMilli() - from.toEpochMilli();
    }

    /** How much of it is over at {@code at}: 0 to 1. */
    public double over(Instant at) {
        return Math.clamp((double) (at.toEpochMilli() - from.toEpochMilli()) / millis(), 0, 1);
    }
}
