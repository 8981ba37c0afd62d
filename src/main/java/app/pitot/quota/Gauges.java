package app.pitot.quota;

import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import java.util.List;

/** Turns windows into what the gauges show. */
final class Gauges {
    private static final double AMBER = 0.75;
    private static final double RED = 0.90;

    private Gauges() {}

    static WindowState state(Window window, List<Flight> flights, Now now, boolean binding) {
        var reserved = reserved(window, flights);
        var limit = window.limit();
        var allowance = window.allowance();
        var known = window.levelKnown() && allowance != Allowance.UNLIMITED;
        var remaining = known ? Long.valueOf(window.whole()) : null;
        var used = limit == null || remaining == null ? null : Long.valueOf(Math.max(0, limit - remaining - reserved));
        var next = next(window);
        return new WindowState(window.metric(), window.period(), window.refill(), limit, remaining, used, reserved,
                nextMs(window, next, now), next, window.limitSource(), window.source(now), window.ageMillis(now),
                level(limit, remaining), binding, window.reportedResetMillis(now), allowance);
    }

    static long reserved(Window window, List<Flight> flights) {
        long sum = 0;
        for (var flight : flights) {
            if (flight.counts(window)) {
                sum += flight.held(window.metric());
            }
        }
        return sum;
    }

    private static Level level(Long limit, Long remaining) {
        if (limit == null || remaining == null) {
            return Level.UNKNOWN;
        }
        if (remaining == 0) {
            return Level.EXHAUSTED;
        }
        var share = 1 - (double) remaining / limit;
        return share >= RED ? Level.RED : share >= AMBER ? Level.AMBER : Level.NORMAL;
    }

    private static Next next(Window window) {
        if (window.allowance() != Allowance.LIMITED || !window.levelKnown()
                || window.left() + Window.HAIR >= window.limit()) {
            return Next.NOTHING;
        }
        if (window.refill() == Refill.FIXED) {
            return Next.RESET;
        }
        return window.metric() == Metric.REQUESTS ? Next.ONE_MORE : Next.FULL_AGAIN;
    }

    private static Double nextMs(Window window, Next next, Now now) {
        return switch (next) {
            case NOTHING -> null;
            case RESET -> window.millisToBoundary(now);
            case FULL_AGAIN -> window.millisToRefill(window.limit());
            case ONE_MORE -> window.millisToRefill(window.whole() + 1);
        };
    }
}
