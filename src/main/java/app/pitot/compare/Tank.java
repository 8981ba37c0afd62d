package app.pitot.compare;

import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState;
import java.util.List;

/** One window in a rehearsal of what is to come. For one thread. */
final class Tank {
    private final WindowState window;
    private final double limit;
    private final double period;
    private final boolean fixed;
    private double left;
    private double at;
    private double boundary;

    private Tank(WindowState window) {
        this(window, window.remaining());
    }

    /** @param left with its fraction, where that is known */
    Tank(WindowState window, double left) {
        this.window = window;
        this.left = left;
        limit = window.limit();
        period = window.period().length().toMillis();
        fixed = window.refill() == Refill.FIXED;
        boundary = window.nextMs() == null ? period : window.nextMs();
    }

    /** Those that can keep a request; of money nobody knows enough. */
    static List<Tank> of(List<WindowState> windows) {
        return windows.stream().filter(window -> window.limit() != null && window.remaining() != null
                && window.metric() != Metric.USD).map(Tank::new).toList();
    }

    WindowState window() {
        return window;
    }

    /** True if so much never fits at once. */
    boolean tooSmallFor(int requests, long tokens) {
        return need(requests, tokens) > limit;
    }

    /** When so much fits at once, in ms; not before {@code now}. */
    double when(double now, int requests, long tokens) {
        advance(now);
        var missing = Math.min(limit, need(requests, tokens)) - left;
        if (missing <= 0) {
            return now;
        }
        return fixed ? boundary : now + missing * period / limit;
    }

    void take(double now, int requests, long tokens) {
        advance(now);
        left -= need(requests, tokens);
    }

    /** What was set aside and not used comes back. */
    void settle(double now, long unused) {
        if (window.metric() != Metric.REQUESTS) {
            advance(now);
            left = Math.min(limit, left + unused);
        }
    }

    private double need(int requests, long tokens) {
        return window.metric() == Metric.REQUESTS ? requests : tokens;
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
