package app.pitot.quota;

import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What we sent in the last two days, and what that means for the limits per day. Under the meter's lock. */
final class DayTrack {
    private final Map<Metric, Pace> paces = new EnumMap<>(Metric.class);
    private final Spends requests = new Spends();
    private final Spends refused = new Spends();
    private final Map<Metric, Long> reportedAt = new EnumMap<>(Metric.class);

    DayTrack(Timeline time) {
        for (var metric : Metric.values()) {
            paces.put(metric, new Pace(time, Period.DAY));
        }
    }

    /** A request ended at {@code at}, which may lie before now, having taken {@code charged} of each metric. */
    void count(Now at, ToLongFunction<Metric> charged, boolean wasRefused) {
        paces.forEach((metric, pace) -> pace.spent(at, charged.applyAsLong(metric)));
        requests.add(at.nanos(), 1);
        refused.add(at.nanos(), wasRefused ? 1 : 0);
        requests.forget(at.nanos() - 2 * Period.DAY.length().toNanos());
        refused.forget(at.nanos() - 2 * Period.DAY.length().toNanos());
    }

    /** Windows may have been reported: what is gone beyond our own use, others have used. */
    void reported(List<Window> windows, ToLongFunction<Window> reserved, Now now) {
        for (var window : windows) {
            if (window.period() != Period.DAY || !provider(window)) {
                continue;
            }
            var pace = paces.get(window.metric());
            var foreign = used(window, reserved, now) - pace.since(span(window, now).from(), now);
            var last = reportedAt.put(window.metric(), now.nanos());
            if (foreign > 0 && last != null && now.nanos() - last < Period.HOUR.length().toNanos()) {
                pace.spent(now, foreign);
            } else if (foreign > 0) {
                pace.found(now, foreign);
            }
        }
    }

    /** Of the limits per day the one that runs out first; without any, all tokens. */
    DayUse use(List<Window> windows, ToLongFunction<Window> reserved, Now now) {
        return windows.stream()
                .filter(window -> window.period() == Period.DAY && window.limit() != null && window.levelKnown()
                        && window.allowance() != Allowance.UNLIMITED)
                .map(window -> of(window, reserved, now)).min(soonest(now)).map(day -> drawn(day, now))
                .orElseGet(() -> unlimited(now));
    }

    private DayUse of(Window window, ToLongFunction<Window> reserved, Now now) {
        var span = span(window, now);
        var used = used(window, reserved, now);
        var pace = paces.get(window.metric());
        var forecast = pace.forecast(now, window.limit(), window.left(), window.rate() * 60e9, span);
        return new DayUse(window.metric(), window.limit(), used, window.whole(), count(requests, span, now),
                count(refused, span, now), span.from(), forecast, Curve.NONE,
                provider(window) ? window.source(now) : Provenance.MEASURED, false);
    }

    /** With the curve, which only the one that is shown needs. */
    private DayUse drawn(DayUse day, Now now) {
        return day.with(paces.get(day.metric()).curve(day.dayStart(), day.used(), now));
    }

    private DayUse unlimited(Now now) {
        var span = utcDay(now);
        var pace = paces.get(Metric.TOKENS);
        var used = pace.since(span.from(), now);
        return new DayUse(Metric.TOKENS, null, used, null, count(requests, span, now), count(refused, span, now),
                span.from(), pace.forecast(now, null, null, 0, span), pace.curve(span.from(), used, now),
                Provenance.MEASURED, false);
    }

    private static Comparator<DayUse> soonest(Now now) {
        return Comparator.<DayUse>comparingLong(day -> day.usedUp() ? 0 : 1)
                .thenComparing(DayUse::runsOutAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingDouble(day -> -byReset(day, now))
                .thenComparing(DayUse::metric, Comparator.comparing(metric -> metric != Metric.TOKENS));
    }

    /** Which share of the limit will be used when the day ends. */
    private static double byReset(DayUse day, Now now) {
        var minutes = Math.max(0, day.resetsAt().toEpochMilli() - now.wallMillis()) / 60e3;
        return (day.used() + day.forecast().pacePerMinute() * minutes) / Math.max(1, day.limit());
    }

    /** The provider's own count where it keeps one for the day, else ours. */
    private long used(Window window, ToLongFunction<Window> reserved, Now now) {
        return provider(window)
                ? Math.max(0, window.limit() - window.whole() - reserved.applyAsLong(window))
                : paces.get(window.metric()).since(span(window, now).from(), now);
    }

    private static boolean provider(Window window) {
        return window.limit() != null && window.refill() == Refill.FIXED && window.everReported();
    }

    /** From one reset to the next; what refills all the time is told by the UTC day. */
    private static BudgetSpan span(Window window, Now now) {
        if (window.refill() != Refill.FIXED) {
            return utcDay(now);
        }
        var end = Instant.ofEpochMilli(now.wallMillis() + Math.round(window.millisToBoundary(now)));
        return new BudgetSpan(end.minus(Period.DAY.length()), end);
    }

    private static BudgetSpan utcDay(Now now) {
        return BudgetSpan.of(Period.DAY, ZoneOffset.UTC, Instant.ofEpochMilli(now.wallMillis()));
    }

    private static int count(Spends spends, BudgetSpan span, Now now) {
        return (int) spends.since(Pace.past(span.from(), now).nanos());
    }
}
