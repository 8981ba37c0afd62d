package app.pitot.compare;

import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState;
import java.util.List;

/** One window in a rehearsal of what is to come; not of use by two threads. */
final class Tank {
    private final boolean requests;
    private final double limit;
    private final double period;
    private final boolean fixed;
    private double left;
    private double at;
    private double boundary;

    private Tank(WindowState window) {
        requests = window.metric() == Metric.REQUESTS;
        limit = window.limit();
        period = window.period().length().toMillis();
        fixed = window.refill() == Refill.FIXED;
        left = window.remaining();
        boundary = window.nextMs() == null ? period : window.nextMs();
    }

    /** Those that can keep a request; of money nobody knows enough. */
    static List<Tank> of(List<WindowState> windows) {
        return windows.stream().filter(window -> window.limit() != null && window.remaining() != null
                && window.metric() != Metric.USD).map(Tank::new).toList();
    }

    /** True if so many tokens never fit. */
    boolean tooSmallFor(long tokens) {
        return need(tokens) > limit;
    }

    /** When a request of so many tokens fits, in ms; not before {@code now}. */
    double when(double now, long tokens) {
        advance(now);
        var missing = need(tokens) - left;
        if (missing <= 0) {
            return now;
        }
        return fixed ? boundary : now + missing * period / limit;
    }

    void take(double now, long tokens) {
        advance(now);
        left -= need(tokens);
    }

    /** What was set aside and not used comes back. */
    void settle(double now, long unused) {
        if (!requests) {
            advance(now);
            left = Math.min(limit, left + unused);
        }
    }

    private double need(long tokens) {
        return requests ? tokens > 0 ? 1 : 0 : tokens;
    }

    private void advance(double now) {
        if (!fixed) {
            left = Math.min(limit, left + Math.max(0, now - at) * limit / period);
        }
        while (fixed && now >= boundary) {
            boundary += period;
            left = limit;
        }
        at = Math.max(at, now);
    }
}
