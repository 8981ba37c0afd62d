package app.pitot.simulator;

import app.pitot.base.Clocks;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.TreeMap;

/**
 * The money that replies cost, in USD by UTC day. A reply is booked with all of its cost when it begins: a client that
 * leaves pays for what it did not read. Safe from any thread.
 */
final class Spending {
    /** @param week since Monday */
    record Usage(BigDecimal total, BigDecimal day, BigDecimal week, BigDecimal month) {}

    private final Clocks clocks;
    private final TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();

    Spending(Clocks clocks) {
        this.clocks = clocks;
    }

    synchronized void add(BigDecimal usd, Instant at) {
        if (usd.signum() != 0)
            days.merge(dayOf(at), usd, BigDecimal::add);
    }

    synchronized BigDecimal total() {
        return since(LocalDate.MIN);
    }

    synchronized Usage usage() {
        var today = dayOf(clocks.now());
        return new Usage(total(), since(today),
                since(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))), since(today.withDayOfMonth(1)));
    }

    private BigDecimal since(LocalDate day) {
        return days.tailMap(day, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
