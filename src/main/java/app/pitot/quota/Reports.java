package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Plan;
import java.util.HashMap;
import java.util.List;

/** What the provider says of the windows, brought to them. Not safe for use by several threads; its meter sees to that. */
final class Reports {
    /** How long a provider's counters may take to have a request. */
    private static final long LAG_NANOS = 60_000_000_000L;

    private final Windows windows;
    private final History history;
    private final Recent recent = new Recent();

    Reports(Windows windows, History history) {
        this.windows = windows;
        this.history = history;
    }

    /** A request has left: the provider's counters may not have it yet. */
    void sent(Reservation reservation, Now now) {
        recent.add(now.nanos(), reservation.costMicros());
    }

    /**
     * The answer to a request told of windows, which have been brought to {@code now}.
     *
     * @param refusal true if the words of a refusal did
     */
    void answered(Flight flight, List<LimitReading> readings, boolean refusal, Now now) {
        var sequence = flight.reservation().id();
        var believable = Readings.believable(readings);
        var seen = new HashMap<Window, Flight.Seen>();
        for (var reading : believable) {
            var window = window(reading, believable, sequence, refusal, now);
            if (window == null || reading.allowance() == Allowance.UNLIMITED) {
                continue;
            }
            if (reading.remaining() != null) {
                window.reported(sequence, reading.remaining(), millis(reading), now);
                seen.merge(window, new Flight.Seen(window, reading.remaining(), refilled(window, flight, now),
                        Flight.Kind.LEFT), (a, b) -> a.remaining() <= b.remaining() ? a : b);
            } else if (refusal && window.levelKnown() && window.limit() != null) {
                seen.put(window, new Flight.Seen(window, flight.asked(window.metric()), 0, Flight.Kind.LESS));
            }
        }
        flight.saw(List.copyOf(seen.values()), now);
        history.workOut(now);
    }

    /** The provider told of windows apart from any answer. @param sequence of the newest request */
    void told(List<LimitReading> readings, long sequence, Now now) {
        var believable = Readings.believable(readings);
        for (var reading : believable) {
            var window = window(reading, believable, sequence, true, now);
            // So that a new limit shows in what is left.
            history.workOut(now);
            if (window != null && reading.remaining() != null && reading.allowance() != Allowance.UNLIMITED) {
                var least = reading.remaining() - lag(reading.metric(), now);
                var left = Math.clamp(window.left(), least, (double) reading.remaining());
                var gone = window.left() - left;
                window.take(gone);
                history.adjust(window, -gone);
                window.reported(sequence, reading.remaining(), millis(reading), now);
            }
        }
    }

    /** What of the last minute the provider's counters may not have. */
    private double lag(Metric metric, Now now) {
        return switch (metric) {
            case REQUESTS -> recent.since(now.nanos() - LAG_NANOS);
            case USD -> recent.microsSince(now.nanos() - LAG_NANOS);
            case TOKENS, UNCACHED_TOKENS -> 0;
        };
    }

    private static double refilled(Window window, Flight flight, Now now) {
        return window.rate() * Math.max(0, now.nanos() - flight.reservation().sentNanos());
    }

    private static Double millis(LimitReading reading) {
        return reading.resetSeconds() == null ? null : reading.resetSeconds() * 1_000;
    }

    /** Limits that differ from the plan's. Of a plan that names no limits at all, nothing can be said to be wrong. */
    List<Correction> corrections(Plan plan) {
        if (plan == null || plan.limits().isEmpty()) {
            return List.of();
        }
        return windows.all().stream().filter(window -> window.naming().differs(window.planned()))
                .map(window -> new Correction(window.metric(), window.period(), window.planned(),
                        window.naming().limit(), window.naming().at()))
                .toList();
    }

    /** The window that a reading means, brought to the reading's limit; added if it is new. */
    private Window window(LimitReading reading, List<LimitReading> all, long answered, boolean sure, Now now) {
        var window = windows.match(reading);
        if (window == null) {
            if (!windows.worthAdding(reading, all)) {
                return null;
            }
            window = windows.add(reading, now);
            history.adjust(window, 0);
        } else if (window.news(answered)) {
            if (reading.allowance() == Allowance.UNLIMITED) {
                window.unlimit();
            } else if (reading.limit() != null) {
                history.adjust(window, window.relimit(reading.limit()));
            }
        }
        if (reading.allowance() == Allowance.UNLIMITED || reading.limit() != null) {
            window.naming().said(answered, reading.limit(), sure, now);
        }
        if (reading.resetSeconds() != null && window.news(answered) && !Windows.untilFull(reading)) {
            window.boundary(reading.resetSeconds() * 1_000, now);
        }
        return window;
    }
}
