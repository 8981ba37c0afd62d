package app.pitot.quota;

import app.pitot.base.Clocks;
import app.pitot.provider.Period;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast one thing goes, be it tokens, requests or money, and where that leads. Time that the computer slept counts as time
 * in which nothing was used; a wall clock that is set does not move what was used, only the day around it. Not
 * thread-safe.
 */
public final class Pace {
    private static final long BURN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final double BURN_MINUTES = 5;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final int MILLION = 1_000_000;

    private final Timeline time;
    private final long keptNanos;
    private final long paceNanos;
    /** A forecast from less than this would take one long reply for the pace of a day. */
    private final double leastMinutes;
    private final Spends all = new Spends();
    private final Spends timed = new Spends();

    /** @param period DAY or MONTH: over what it is to be forecast */
    public Pace(Clocks clocks, Period period) {
        this(new Timeline(clocks), period);
    }

    Pace(Timeline time, Period period) {
        this.time = time;
        var month = period == Period.MONTH;
        keptNanos = Duration.ofDays(month ? 32 : 2).toNanos();
        paceNanos = (month ? Duration.ofDays(7) : Duration.ofHours(1)).toNanos();
        leastMinutes = month ? 24 * 60 : 15;
    }

    /** Spent just now. */
    public void spent(long amount) {
        spent(time.now(), amount);
    }

    /** Spent at {@code at} by the wall clock, which may lie a while back; a time to come counts as now. */
    public void spentAt(Instant at, long amount) {
        spent(past(at, time.now()), amount);
    }

    /** Used since {@code start}. */
    public long since(Instant start) {
        return all.since(past(start, time.now()).nanos());
    }

    /**
     * Where it leads.
     *
     * @param limit of the day or month; null if there is none
     * @param left of it; null if unknown
     */
    public Forecast forecast(Long limit, Double left, BudgetSpan span) {
        return forecast(time.now(), limit, left, 0, span);
    }

    /** Use since {@code start}, which ends with {@code used} now. */
    public Curve curve(Instant start, long used) {
        return Curves.of(all, start, used, time.now());
    }

    void spent(Now at, long amount) {
        all.add(at.nanos(), amount);
        timed.add(at.nanos(), amount);
        forget(at);
    }

    /** Turns out to be gone by now; nobody knows since when, so it is part of the use but of no pace. */
    void found(Now now, long amount) {
        all.add(now.nanos(), amount);
        forget(now);
    }

    long since(Instant start, Now now) {
        return all.since(past(start, now).nanos());
    }

    Curve curve(Instant start, long used, Now now) {
        return Curves.of(all, start, used, now);
    }

    /**
     * While nothing is used the promise stands: it goes by the pace up to the last use. Once its time has come and something is
     * left it goes by the pace until now.
     *
     * @param refillPerMinute what comes back meanwhile: it runs out only if it goes faster than that
     */
    Forecast forecast(Now now, Long limit, Double left, double refillPerMinute, BudgetSpan span) {
        var at = Instant.ofEpochMilli(now.wallMillis());
        var last = lastUse(now);
        var pace = pacePerMinute(last);
        Instant out = null;
        if (limit != null && left != null) {
            var idle = (now.nanos() - last) / NANOS_PER_MINUTE;
            out = left + Window.HAIR < 1
                    ? at
                    : runsOut(at.minusNanos(now.nanos() - last), Math.max(0, left - refillPerMinute * idle),
                            pace - refillPerMinute, span.until());
            if (out != null && out.isBefore(at)) {
                pace = pacePerMinute(now.nanos());
                out = runsOut(at, left, pace - refillPerMinute, span.until());
            }
        }
        var even = limit == null ? 0 : limit * span.over(at);
        return new Forecast(timed.since(now.nanos() - BURN_NANOS + 1) / BURN_MINUTES, pace, out, span.until(), even);
    }

    /** When something was used last; now if that is too long ago to tell a pace. */
    private long lastUse(Now now) {
        var last = timed.size() == 0 ? now.nanos() : timed.at(timed.size() - 1);
        return now.nanos() - last < paceNanos ? Math.min(last, now.nanos()) : now.nanos();
    }

    private static Instant runsOut(Instant now, double left, double netPerMinute, Instant resets) {
        if (left + Window.HAIR < 1) {
            return now;
        }
        var millis = left / netPerMinute * 60_000;
        return netPerMinute > 0 && millis < resets.toEpochMilli() - now.toEpochMilli()
                ? now.plusMillis((long) millis)
                : null;
    }

    /** As it was at {@code nanos}. */
    private double pacePerMinute(long nanos) {
        var first = timed.firstFrom(nanos - paceNanos + 1);
        if (first == timed.size()) {
            return 0;
        }
        var minutes = (nanos - timed.at(first)) / NANOS_PER_MINUTE;
        return timed.since(timed.at(first)) / Math.max(leastMinutes, minutes);
    }

    private void forget(Now now) {
        all.forget(now.nanos() - keptNanos);
        timed.forget(now.nanos() - Math.max(paceNanos, BURN_NANOS));
    }

    /** When {@code at} was on both clocks, as the wall clock goes now. */
    static Now past(Instant at, Now now) {
        var millis = Math.min(at.toEpochMilli(), now.wallMillis());
        var ago = Math.min(now.wallMillis() - millis, Duration.ofDays(1_000).toMillis());
        return new Now(now.nanos() - ago * MILLION, millis);
    }
}
