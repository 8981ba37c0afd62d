package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.base.Provenance;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The windows of one account and model, and which of them a header means. */
final class Windows {
    private final List<Window> all = new ArrayList<>();

    Windows(Plan plan, Now now) {
        if (plan != null) {
            plan.limits().forEach(limit -> all.add(
                    new Window(limit, limit.set() ? Provenance.SET : Provenance.PLANNED, now)));
        }
        sort();
    }

    List<Window> all() {
        return all;
    }

    void advance(Now now) {
        for (var window : all) {
            window.advance(now);
        }
    }

    /** The window that counts a metric over a day, or null; all tokens before uncached ones. */
    Window dayOfTokens() {
        var day = find(Metric.TOKENS, Period.DAY);
        return day == null ? find(Metric.UNCACHED_TOKENS, Period.DAY) : day;
    }

    /**
     * The window that a reading describes, or null if none is known yet. A header that says just "tokens" means the
     * uncached ones if its limit is theirs, or if there is no other.
     */
    Window match(LimitReading reading) {
        var exact = find(reading.metric(), reading.period());
        if (reading.metric() != Metric.TOKENS) {
            return exact;
        }
        var uncached = find(Metric.UNCACHED_TOKENS, reading.period());
        return uncached != null
                && (exact == null || uncached.limit() != null && uncached.limit().equals(reading.limit()))
                        ? uncached
                        : exact;
    }

    /** Adds the window that a header named, full. */
    Window add(LimitReading reading, Now now) {
        var refill = reading.period() == Period.DAY ? Refill.FIXED : Refill.CONTINUOUS;
        var window = reading.limit() == null
                ? new Window(reading.metric(), reading.period(), refill, now)
                : new Window(new Limit(reading.metric(), reading.period(), reading.limit(), refill),
                        Provenance.REPORTED, now);
        all.add(window);
        sort();
        return window;
    }

    private Window find(Metric metric, Period period) {
        for (var window : all) {
            if (window.metric() == metric && window.period() == period) {
                return window;
            }
        }
        return null;
    }

    private void sort() {
        all.sort(Comparator.comparing(Window::period).thenComparing(Window::metric));
    }
}
