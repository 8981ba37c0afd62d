package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
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

    void doubt() {
        all.forEach(Window::doubt);
    }

    /** Notes where all stand, before something happens and after it. */
    void note(Now now) {
        for (var window : all) {
            window.trail().note(window, now);
        }
    }

    /**
     * The window that a reading describes, or null if none is known yet. A header that says just "tokens" means the
     * uncached ones if its limit is theirs or nearer to theirs, or if there are no others; without a limit it may mean
     * either, and means none.
     */
    Window match(LimitReading reading) {
        var exact = find(reading.metric(), reading.period());
        if (reading.metric() != Metric.TOKENS || LimitReading.TOTAL_TOKENS.equals(reading.label())) {
            return exact;
        }
        var uncached = find(Metric.UNCACHED_TOKENS, reading.period());
        if (uncached != null && exact != null && reading.limit() == null
                && reading.allowance() != Allowance.UNLIMITED) {
            return null;
        }
        return uncached != null && (exact == null || nearer(uncached, exact, reading.limit())) ? uncached : exact;
    }

    /** By their ratio: a plan with more of everything has more of both. */
    private static boolean nearer(Window one, Window other, Long limit) {
        if (one.limit() == null || other.limit() == null || limit == null) {
            return one.limit() != null && one.limit().equals(limit);
        }
        return distance(one.limit(), limit) < distance(other.limit(), limit);
    }

    private static double distance(long limit, long said) {
        return Math.abs(Math.log(Math.max(1, limit)) - Math.log(Math.max(1, said)));
    }

    /**
     * Whether a window that is not known yet should appear: not if the reading says nothing of it, if it may mean either
     * of two token windows, or if it is just the minute's limit times the minutes of an hour or a day, which pay-as-you-go
     * accounts report and nobody ever meets.
     */
    boolean worthAdding(LimitReading reading, List<LimitReading> readings) {
        if (reading.limit() == null && reading.remaining() == null && reading.allowance() != Allowance.UNLIMITED
                || reading.metric() == Metric.TOKENS && find(Metric.TOKENS, reading.period()) != null) {
            return false;
        }
        return reading.limit() == null || readings.stream().noneMatch(minute -> minute.period() == Period.MINUTE
                && minute.metric() == reading.metric() && minute.limit() != null && minute.limit() > 0
                && reading.period() != Period.MINUTE
                && reading.limit() == (double) minute.limit() * reading.period().length().toMinutes());
    }

    /** Adds the window that a header named. What is left of it is unknown until the header says so, too. */
    Window add(LimitReading reading, Now now) {
        var calendar = reading.period() == Period.DAY || reading.period() == Period.MONTH;
        var refill = calendar && !untilFull(reading) ? Refill.FIXED : Refill.CONTINUOUS;
        var window = new Window(reading.metric(), reading.period(), refill, now);
        if (reading.allowance() == Allowance.UNLIMITED) {
            window.unlimit();
        } else if (reading.limit() != null) {
            window.relimit(reading.limit());
        }
        all.add(window);
        sort();
        return window;
    }

    /** The window that earlier runs of the app knew; null if it is not in the plan and they learned nothing of it. */
    Window recall(KeptLevel level, Now now) {
        var state = level.state();
        var window = find(state.metric(), state.period());
        if (window == null && (state.limitSource() == Provenance.REPORTED || state.ageMs() != null)) {
            window = new Window(state.metric(), state.period(), state.refill(), now);
            all.add(window);
            sort();
        }
        return window;
    }

    /** True if the reset is just the time in which an even refill brings back what is missing, as at Groq. */
    static boolean untilFull(LimitReading reading) {
        if (reading.resetSeconds() == null || reading.limit() == null || reading.remaining() == null
                || reading.remaining() >= reading.limit()) {
            return false;
        }
        var missing = reading.limit() - reading.remaining();
        var seconds = (double) missing * reading.period().length().toSeconds() / reading.limit();
        return Math.abs(reading.resetSeconds() - seconds) <= 0.01 * seconds;
    }

    Window find(Metric metric, Period period) {
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
