package app.pitot.exchange;

import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import app.pitot.quota.Promised;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Turn;
import app.pitot.quota.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The requests that wait for the windows of one meter: first come, first served, and those that were refused before those
 * that were not sent yet. One alarm for all, for whoever is first. Each look takes the room in the same step, so that no two
 * requests take the same. A turn completes with a reservation; without one if it can never pass; with null if it was left.
 * Safe from any thread.
 */
final class SendQueue {
    /** The machine may sleep meanwhile, or its clock be set: look again from time to time. */
    private static final long LONGEST_NAP = 30_000_000_000L;
    private static final long SHORTEST_NAP = 1_000_000;
    /** The provider's day may begin a moment after ours. */
    private static final long NEW_PERIOD = 1_000_000_000;
    private static final long UNSENT = Long.MAX_VALUE / 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final QuotaMeter meter;
    private final Clocks clocks;
    private final Later later;
    private final TreeMap<Long, Place> places = new TreeMap<>();
    /** Of all places. */
    private long tokens;
    /** True if what is ahead of each place is to be counted anew. */
    private boolean moved;
    private long joined;
    private long left;
    private long alarm;
    private Long alarmAt;

    /** Where a request stands. @param window that it waits for; null if that is not known */
    record Standing(double leftMs, WindowState window, int ahead) {}

    private record Gone(Place place, Turn turn) {
        void tell() {
            place.turn.complete(turn);
        }
    }

    SendQueue(QuotaMeter meter, Clocks clocks, Later later) {
        this.meter = meter;
        this.clocks = clocks;
        this.later = later;
    }

    /** A request at the end of the queue; its turn may have come at once. */
    Place join(Ask ask) {
        return enter(ask, null, null, false);
    }

    /** A number for a request that leaves now: what was sent before it and refused goes before it. */
    synchronized long leaving() {
        return ++left;
    }

    /**
     * A request that was sent and is to be sent again.
     *
     * @param leftAs its number by {@link #leaving}
     * @param notBefore ticker reading
     * @param told true if it is to leave at that time whatever our windows say
     */
    Place again(long leftAs, Ask ask, long notBefore, boolean told) {
        return enter(ask, leftAs, notBefore, told);
    }

    private Place enter(Ask ask, Long leftAs, Long notBefore, boolean told) {
        List<Gone> gone;
        Place place;
        synchronized (this) {
            var rank = leftAs == null ? UNSENT + ++joined : leftAs;
            place = new Place(rank, ask, ask.tokens(meter), notBefore, told);
            put(place);
            gone = places.firstEntry().getValue() == place ? serve() : List.of();
        }
        gone.forEach(Gone::tell);
        return place;
    }

    /** The windows changed, or time has passed: whoever may leave does. */
    void look() {
        List<Gone> gone;
        synchronized (this) {
            gone = serve();
        }
        gone.forEach(Gone::tell);
    }

    /** It leaves at once, before all others and whatever the windows say. No effect on one that is gone. */
    void sendNow(Place place) {
        Turn turn;
        synchronized (this) {
            if (!remove(place)) {
                return;
            }
            turn = place.ask.take(meter);
        }
        place.turn.complete(turn);
        look();
    }

    /** It gives its place up. No effect on one that is gone. */
    void leave(Place place) {
        List<Gone> gone;
        synchronized (this) {
            boolean first = !places.isEmpty() && places.firstEntry().getValue() == place;
            if (!remove(place)) {
                return;
            }
            gone = first ? serve() : List.of();
        }
        place.turn.complete(null);
        gone.forEach(Gone::tell);
    }

    /** How many wait. */
    synchronized int size() {
        return places.size();
    }

    private void put(Place place) {
        places.put(place.rank, place);
        tokens += place.tokens;
        moved = true;
    }

    private boolean remove(Place place) {
        if (!places.remove(place.rank, place)) {
            return false;
        }
        tokens -= place.tokens;
        moved = true;
        return true;
    }

    /** What those that were refused are to find when they leave. */
    synchronized Promised promised() {
        int requests = 0;
        long needed = 0;
        for (var place : places.headMap(UNSENT).values()) {
            requests++;
            needed += place.tokens;
        }
        return requests == 0 ? Promised.NOTHING : new Promised(requests, needed);
    }

    /** Where such a request would stand if it joined now; null if it would leave at once, or can never pass. */
    synchronized Standing expected(Ask ask) {
        var turn = ask.turn(meter);
        if (turn != null && turn.waitMs() == null || turn == null && places.isEmpty()) {
            return null;
        }
        var own = turn == null ? 0 : turn.waitMs() + margin(turn) / NANOS_PER_MILLI;
        return places.isEmpty()
                ? new Standing(own, turn.window(), 0)
                : behind(places.size(), tokens + ask.tokens(meter), own, turn == null ? null : turn.window());
    }

    /** Where {@code place} stands now; null if it is gone. */
    synchronized Standing standing(Place place) {
        if (places.get(place.rank) != place) {
            return null;
        }
        var now = clocks.nanos();
        var first = places.firstEntry().getValue();
        var untilFirst = Math.max(0, (first.due - now) / NANOS_PER_MILLI);
        if (first == place) {
            return new Standing(untilFirst, first.held == null ? null : first.held.window(), 0);
        }
        if (moved) {
            count();
        }
        return behind(place.ahead, place.tokensAhead + place.tokens, 0, null);
    }

    private void count() {
        int ahead = 0;
        long before = 0;
        for (var each : places.values()) {
            each.ahead = ahead++;
            each.tokensAhead = before;
            before += each.tokens;
        }
        moved = false;
    }

    /**
     * @param needed tokens with its own
     * @param own milliseconds that it would wait alone, for {@code window}
     */
    private Standing behind(int ahead, long needed, double own, WindowState window) {
        var first = places.firstEntry().getValue();
        var longest = Math.max(0, (first.due - clocks.nanos()) / NANOS_PER_MILLI);
        var held = first.held == null ? null : first.held.window();
        if (own > longest) {
            longest = own;
            held = window;
        }
        for (var each : meter.windows()) {
            var wait = wait(each, each.metric() == Metric.REQUESTS ? ahead + 1 : needed);
            if (wait > longest) {
                longest = wait;
                held = each;
            }
        }
        return new Standing(longest, held, ahead);
    }

    /** Milliseconds until {@code amount} has become free all in all, which may be more than the window ever holds. */
    private static double wait(WindowState window, long amount) {
        if (window.limit() == null || window.limit() == 0 || window.remaining() == null
                || window.metric() == Metric.USD || amount <= window.remaining()) {
            return 0;
        }
        var missing = amount - window.remaining();
        var period = (double) window.period().length().toMillis();
        if (window.refill() == Refill.FIXED) {
            var next = window.nextMs() == null ? 0 : window.nextMs();
            return next + NEW_PERIOD / NANOS_PER_MILLI + (missing - 1) / window.limit() * period;
        }
        return missing * period / window.limit();
    }

    private List<Gone> serve() {
        var gone = new ArrayList<Gone>();
        while (!places.isEmpty()) {
            var first = places.firstEntry().getValue();
            var now = clocks.nanos();
            boolean early = first.notBefore != null && first.notBefore - now > 0;
            if (early) {
                wake(first, first.notBefore - now);
                return gone;
            }
            var turn = first.told
                    ? first.ask.take(meter)
                    : first.ask.takeIfFits(meter);
            if (turn.reservation() == null && turn.waitMs() != null) {
                first.held = turn;
                wake(first, (long) Math.ceil(turn.waitMs() * NANOS_PER_MILLI) + margin(turn));
                return gone;
            }
            remove(first);
            gone.add(new Gone(first, turn));
        }
        return gone;
    }

    private static long margin(Turn turn) {
        return turn.window().refill() == Refill.FIXED ? NEW_PERIOD : 0;
    }

    /** Looks again then at the latest. One alarm counts at a time; one that is due earlier will do. */
    private void wake(Place first, long nanos) {
        var now = clocks.nanos();
        // A last nap must not end just before it is due: that moment may be the provider's midnight, not yet ours.
        var at = now + Math.max(SHORTEST_NAP, nanos > LONGEST_NAP + 2 * NEW_PERIOD ? LONGEST_NAP : nanos);
        first.due = now + nanos;
        if (alarmAt != null && alarmAt - now > 0 && alarmAt - at <= 0) {
            return;
        }
        alarmAt = at;
        var mine = ++alarm;
        later.after(at - now, () -> {
            synchronized (this) {
                if (mine != alarm) {
                    return;
                }
                alarmAt = null;
            }
            look();
        });
    }
}
