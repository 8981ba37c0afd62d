package app.pitot.ui.instruments;

import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;

/** How soon something on the gauges will look different, so that nothing ticks when nothing changes. */
final class Cadence {
    /** A bar that refills before one's eyes. */
    static final long BAR_MS = 100;
    /** Text that counts seconds. */
    static final long TEXT_MS = 1_000;
    /** The pace of a day. */
    static final long BURN_MS = 5_000;
    /** Text that counts minutes. */
    static final long MINUTE_MS = 60_000;

    /** Longer waits are counted in minutes: seconds are worth the eye, and the battery, only towards the end. */
    static final long SECONDS_MS = 600_000;

    private Cadence() {}

    /** A wait as a countdown shows it, never shorter than it is. */
    static double shown(double ms) {
        return ms <= SECONDS_MS ? ms : Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
    }

    /** Milliseconds until the next look is due, or -1 if nothing will change by itself. */
    static long of(QuotaSnapshot quota) {
        var next = quota.day() != null && quota.day().burnPerMinute() > 0 ? BURN_MS : Long.MAX_VALUE;
        for (var window : quota.windows()) {
            next = Math.min(next, of(window));
        }
        return next == Long.MAX_VALUE ? -1 : next;
    }

    private static long of(WindowState w) {
        return Math.min(moving(w), staling(w));
    }

    /** Once, when the reading gets too old. */
    private static long staling(WindowState w) {
        var left = w.ageMs() == null ? 0 : w.period().length().toMillis() - w.ageMs();
        // A call that is far away is waited for in steps: else every new reading would leave one behind for days.
        return left <= 0 ? Long.MAX_VALUE : Math.min(left, Period.HOUR.length().toMillis());
    }

    private static long moving(WindowState w) {
        var ms = w.nextMs();
        if (ms == null) {
            return Long.MAX_VALUE;
        }
        if (w.refill() == Refill.CONTINUOUS) {
            return w.period() == Period.MINUTE ? BAR_MS : TEXT_MS;
        }
        if (SourceWords.aging(w) || ms <= SECONDS_MS) {
            return TEXT_MS;
        }
        // The countdown is rounded up to minutes, or hours where days are left: its words change when the last one begins.
        var step = ms > Period.DAY.length().toMillis() ? Period.HOUR.length().toMillis() : MINUTE_MS;
        return Math.max(TEXT_MS, (long) (ms % step) + 1);
    }
}
