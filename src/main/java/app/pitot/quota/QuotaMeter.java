package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The windows of one account and model: what is left, what is in flight, what comes back when. Safe from any thread. */
public final class QuotaMeter {
    /** The size of a request before the first one was seen. */
    private static final double TYPICAL_TOKENS = 1_000;
    private static final double TYPICAL_WEIGHT = 0.3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Clocks clocks;
    private final Plan plan;
    private final Windows windows;
    private final Admission admission;
    private final List<Flight> flights = new ArrayList<>();
    private final Reconciler reconciler = new Reconciler(flights);
    private final DayTrack day;
    private long sequence;
    private double typicalTokens = TYPICAL_TOKENS;
    private boolean anySent;

    /** @param plan null if nothing is known: windows then appear with the first headers that name them */
    public QuotaMeter(Clocks clocks, Plan plan) {
        this.clocks = clocks;
        this.plan = plan;
        var now = Now.of(clocks);
        windows = new Windows(plan, now);
        admission = new Admission(windows.all(), plan);
        day = new DayTrack(now);
    }

    /** Takes a request out of the windows, whether or not it fits. {@code maxTokens} may be null. */
    public synchronized Reservation reserve(long inputTokens, Integer maxTokens) {
        var now = advance();
        var reservation = new Reservation(++sequence, inputTokens, Admission.output(plan, inputTokens, maxTokens),
                now.nanos());
        var before = flights.stream().filter(flight -> !flight.settled()).toList();
        var flight = new Flight(reservation, maxTokens != null, before);
        flights.add(flight);
        for (var window : windows.all()) {
            take(flight, window);
        }
        typicalTokens = anySent
                ? typicalTokens + TYPICAL_WEIGHT * (reservation.tokens() - typicalTokens)
                : reservation.tokens();
        anySent = true;
        return reservation;
    }

    /** Headers of the answer to {@code reservation} have come. Older answers never overwrite newer ones. */
    public synchronized void observe(Reservation reservation, List<LimitReading> readings) {
        var now = advance();
        var flight = flight(reservation);
        if (flight == null || flight.closed()) {
            return;
        }
        var elapsed = Math.max(0, now.nanos() - reservation.sentNanos());
        var seen = new ArrayList<Flight.Seen>();
        for (var reading : readings) {
            var window = reading.period() == null ? null : window(reading, now);
            if (window != null && reading.remaining() != null) {
                window.reported(flight.sequence(), now.nanos());
                seen.add(new Flight.Seen(window, reading.remaining(), window.rate() * elapsed));
            }
        }
        flight.saw(List.copyOf(seen));
        reconciler.read(flight);
        // What the reading itself changed is no change since.
        seen.forEach(each -> each.window().reported(flight.sequence(), now.nanos()));
        sampleDay(now);
    }

    /** The request has ended; its reservation becomes what it used. Calling twice for one reservation has no effect. */
    public synchronized void settle(Reservation reservation, Settlement settlement) {
        var now = advance();
        var flight = flight(reservation);
        if (flight == null || flight.settled()) {
            return;
        }
        switch (settlement.kind()) {
            case USED, UNKNOWN -> {
                for (var window : windows.all()) {
                    if (flight.mark(window) != null) {
                        var held = flight.held(window.metric());
                        window.take(Charge.of(settlement, window.metric(), held) - held);
                    }
                }
            }
            case REFUSED, NOT_SENT -> reconciler.release(flight);
        }
        flight.settle(settlement);
        if (settlement.kind() != Settlement.Kind.NOT_SENT) {
            day.count(now, Charge.of(settlement, Metric.TOKENS, flight.tokens()),
                    settlement.kind() == Settlement.Kind.REFUSED);
        }
        sampleDay(now);
        // Only a settled request with no older one still open can no longer matter.
        while (!flights.isEmpty() && flights.getFirst().settled()) {
            flights.removeFirst();
        }
    }

    /** Adds use of earlier runs today, from the ledger; only windows that began before count it. */
    public synchronized void restore(List<PastUse> earlier) {
        var now = advance();
        for (var use : earlier.stream().sorted(Comparator.comparing(PastUse::at)).toList()) {
            var millis = Math.min(use.at().toEpochMilli(), now.wallMillis());
            var at = new Now(now.nanos() - (now.wallMillis() - millis) * 1_000_000, millis);
            day.count(at, use.refused() ? 0 : use.tokens(), use.refused());
            day.sample(at, day.tokens());
        }
        for (var window : windows.all()) {
            Restoring.into(window, earlier, now);
        }
    }

    /** All windows as of now. */
    public synchronized QuotaSnapshot snapshot() {
        var now = advance();
        var binding = admission.binding(typicalTokens);
        var states = new ArrayList<WindowState>();
        for (var window : windows.all()) {
            var state = Gauges.state(window, flights, now, window == binding);
            if (window == binding) {
                states.addFirst(state);
            } else {
                states.add(state);
            }
        }
        return new QuotaSnapshot(states, dayUse(now));
    }

    /** Would a request with this input and cap pass now? {@code model} gives context and prices; never null. */
    public synchronized PreFlight preFlight(long inputTokens, Integer maxTokens, ModelInfo model) {
        var now = advance();
        return admission.check(inputTokens, maxTokens, model, now,
                window -> Gauges.state(window, flights, now, true));
    }

    private Now advance() {
        var now = Now.of(clocks);
        windows.advance(now);
        day.advance(now);
        return now;
    }

    private static void take(Flight flight, Window window) {
        window.take(flight.held(window.metric()));
        flight.mark(window, window.left());
    }

    /** The window that a reading means, brought to the reading's limit; added if it is new. */
    private Window window(LimitReading reading, Now now) {
        var window = windows.match(reading);
        if (window == null) {
            if (reading.limit() == null && reading.remaining() == null) {
                return null;
            }
            window = windows.add(reading, now);
            for (var flight : flights) {
                if (!flight.closed()) {
                    take(flight, window);
                }
            }
        } else if (reading.limit() != null && reading.limit() > 0) {
            var change = window.relimit(reading.limit());
            for (var flight : flights) {
                var mark = flight.mark(window);
                if (mark != null) {
                    mark.expected += change;
                }
            }
        }
        if (reading.resetSeconds() != null) {
            window.boundary(reading.resetSeconds() * 1_000, now);
        }
        return window;
    }

    private Flight flight(Reservation reservation) {
        for (var flight : flights) {
            if (flight.sequence() == reservation.id()) {
                return flight;
            }
        }
        return null;
    }

    private void sampleDay(Now now) {
        day.sample(now, usedToday(windows.dayOfTokens()));
    }

    /** The provider's own count where it keeps one for the UTC day, else ours. */
    private long usedToday(Window window) {
        if (!countsDay(window)) {
            return day.tokens();
        }
        var reserved = Gauges.reserved(window, flights);
        return Math.max(0, window.limit() - Gauges.whole(window) - reserved);
    }

    private static boolean countsDay(Window window) {
        return window != null && window.limit() != null && window.refill() == Refill.FIXED && window.everReported();
    }

    private DayUse dayUse(Now now) {
        var window = windows.dayOfTokens();
        var limit = window == null ? null : window.limit();
        var used = usedToday(window);
        var resets = Instant.ofEpochMilli(day.startMillis() + DayTrack.DAY_MILLIS);
        var minutes = day.minutes(now);
        return new DayUse(limit, used, day.requests(), day.refused(), day.burnPerMinute(),
                runsOut(window, now, resets), Instant.ofEpochMilli(day.startMillis()), resets, minutes,
                day.samples(minutes, used), countsDay(window) ? window.source(now) : Provenance.MEASURED);
    }

    private Instant runsOut(Window window, Now now, Instant resets) {
        if (window == null || window.limit() == null) {
            return null;
        }
        var at = Instant.ofEpochMilli(now.wallMillis());
        if (Gauges.whole(window) == 0) {
            return at;
        }
        // A limit that refills all the time runs out only if tokens go faster than they come back.
        var net = day.burnPerMinute() - window.rate() * 60 * 1_000 * NANOS_PER_MILLI;
        if (net <= 0) {
            return null;
        }
        var out = at.plusMillis((long) (window.left() / net * 60_000));
        return out.isBefore(resets) ? out : null;
    }
}
