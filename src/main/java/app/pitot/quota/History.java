package app.pitot.quota;

import app.pitot.provider.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent and what ended, in order, since the last moment that nothing can change any more. Headers come late and out
 * of order, and a refusal says that nothing was taken in the first place; so the windows are worked out again from that
 * moment whenever something is learned, and what a header said is put where it belongs: right after its request was sent.
 */
final class History {
    /** A request left, or ended. */
    private record Event(Now at, Flight flight, boolean end) {}

    /** Other runs of the app are heard of within a second. */
    private static final long LATE_NANOS = 3_000_000_000L;
    /** More than that would take too long to work out each time. */
    private static final int MOST_KEPT = 64;

    private final Windows windows;
    private final Reader reader = new Reader();
    private final List<Event> events = new ArrayList<>();
    private final List<Flight> active = new ArrayList<>();

    private final Map<Window, Window.State> settledStates = new HashMap<>();
    private List<Flight> settledActive = List.of();
    private Boolean settledRule;
    private Map<Window, Streak> settledStreaks = Map.of();
    private Now settledAt;

    History(Windows windows) {
        this.windows = windows;
        keep();
    }

    /** Requests without an end, oldest first. */
    List<Flight> active() {
        return active;
    }

    /**
     * What requests whose answer has not come may have taken of {@code window} though we think that they will be refused.
     */
    double perhaps(Window window) {
        return active.stream().filter(Flight::perhaps).mapToDouble(flight -> flight.asked(window.metric())).sum();
    }

    /** What requests in flight may have taken of {@code window} beyond what we think. */
    double more(Window window) {
        return active.stream().mapToDouble(flight -> flight.mayTakeMore(window.metric())).sum();
    }

    /** Tokens of prompts in flight beyond what we hold for them. */
    double moreTokens() {
        return active.stream().filter(Flight::holds).mapToDouble(flight -> flight.mayTakeMore(Metric.TOKENS)).sum();
    }

    /** What we think that requests in flight have taken of {@code window} and they may not have. */
    double less(Window window) {
        return active.stream().mapToDouble(flight -> flight.mayTakeLess(window.metric())).sum();
    }

    Flight find(Reservation reservation) {
        for (var flight : active) {
            if (flight.reservation().id() == reservation.id()) {
                return flight;
            }
        }
        return null;
    }

    /** The windows have been brought to {@code now}. */
    void sent(Flight flight, Now now) {
        if (events.isEmpty() && past(settledAt, now)) {
            keep();
        }
        events.add(new Event(now, flight, false));
        take(flight);
        active.add(flight);
    }

    void ended(Flight flight, Now now) {
        events.add(new Event(now, flight, true));
        workOut(now);
    }

    /**
     * A request of another run of the app, of which we hear late. What the provider has reported meanwhile counts it already.
     *
     * @param ended when it ended; null if that is to come
     */
    void sentElsewhere(Flight flight, Now at, Now ended, Now now) {
        var certain = insert(at, flight, false);
        if (certain) {
            for (var window : windows.all()) {
                if (ended != null && window.reportedSince(ended.nanos())) {
                    adjust(window, flight.charged(window.metric()));
                } else if (window.reportedSince(at.nanos())) {
                    adjust(window, flight.held(window.metric()));
                }
            }
        }
        if (ended != null) {
            insert(ended, flight, true);
        }
        workOut(now);
    }

    /** The end of such a request. */
    void endedElsewhere(Flight flight, Now at, Now now) {
        insert(at, flight, true);
        workOut(now);
    }

    /** True if nobody will tell any more of what happened then. */
    private static boolean past(Now at, Now now) {
        return at == null || now.nanos() - at.nanos() >= LATE_NANOS;
    }

    /** Puts it where it belongs, but not before its own beginning nor the last certain moment. True if that is where it stands. */
    private boolean insert(Now at, Flight flight, boolean end) {
        var i = events.size();
        while (i > 0 && events.get(i - 1).at().nanos() - at.nanos() > 0 && events.get(i - 1).flight() != flight) {
            i--;
        }
        var before = i == 0 ? settledAt : events.get(i - 1).at();
        var late = before != null && before.nanos() - at.nanos() > 0;
        events.add(i, new Event(late ? before : at, flight, end));
        return i == 0 && late;
    }

    /** Works out all windows from what is known by now. */
    void workOut(Now now) {
        restore();
        var fold = 0;
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            windows.advance(event.at());
            if (event.end()) {
                end(event.flight());
            } else {
                take(event.flight());
                reader.read(event.flight(), List.copyOf(active), laterThan(i));
                active.add(event.flight());
            }
            if (fold == i && event.flight().settled()
                    && (events.size() - i > MOST_KEPT || past(event.at(), now))) {
                fold++;
                keep();
            }
        }
        events.subList(0, fold).clear();
        windows.advance(now);
    }

    /** A window or its limit is new: the last certain state gets {@code more} of it. */
    void adjust(Window window, double more) {
        var state = settledStates.get(window);
        settledStates.put(window, state == null ? window.save() : state.plus(more));
    }

    private void keep() {
        for (var window : windows.all()) {
            var state = window.save();
            settledStates.put(window, state);
            settledAt = state.at();
        }
        settledActive = List.copyOf(active);
        settledRule = reader.reservesOutput();
        settledStreaks = reader.streaks();
    }

    private void restore() {
        settledStates.forEach(Window::restore);
        active.clear();
        active.addAll(settledActive);
        reader.reservesOutput(settledRule);
        reader.streaks(settledStreaks);
    }

    private void take(Flight flight) {
        flight.forget(windows.all().stream().allMatch(window -> window.fits(flight.asked(window.metric()))),
                close(flight));
        for (var window : windows.all()) {
            window.take(flight.held(window.metric()) + wasted(window, flight));
            flight.takenFrom(window);
        }
    }

    /** What a full window could not take back before the request came and made room: we made it when we took its share. */
    private static double wasted(Window window, Flight flight) {
        return window.limit() == null || !flight.holds()
                ? 0
                : Math.max(0, Math.min(window.left(), window.limit()) + window.rate() * flight.delayNanos()
                        - window.limit());
    }

    /** True if what we know of the windows and of its size leaves open whether all of them have room for it. */
    private boolean close(Flight flight) {
        var open = false;
        for (var window : windows.all()) {
            var tokens = window.metric().isTokens();
            var asked = flight.asked(window.metric());
            // A header that told of what was left may have told of a moment later than its request was sent.
            var early = window.rate() * Flight.OVERTAKES_NANOS;
            if (!window.fits(asked - less(window) - (tokens ? flight.less() + early : 0))) {
                return false;
            }
            open |= !window.fits(asked + more(window) + (tokens ? flight.more() : 0));
        }
        return open;
    }

    private void end(Flight flight) {
        active.remove(flight);
        for (var window : windows.all()) {
            if (flight.counts(window)) {
                window.take(flight.charged(window.metric()) - flight.held(window.metric()));
            }
        }
    }

    /** Requests sent so soon after the one of {@code index}, and before its headers came, that they may have been first. */
    private List<Flight> laterThan(int index) {
        var flight = events.get(index).flight();
        if (flight.answered() == null) {
            return List.of();
        }
        var later = new ArrayList<Flight>();
        for (var event : events.subList(index + 1, events.size())) {
            if (!event.end() && event.at().nanos() <= flight.answered().nanos()
                    && event.at().nanos() - events.get(index).at().nanos() <= Flight.OVERTAKES_NANOS) {
                later.add(event.flight());
            }
        }
        return later;
    }
}
