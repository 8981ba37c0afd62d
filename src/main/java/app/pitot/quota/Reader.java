package app.pitot.quota;

import app.pitot.provider.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads headers. Right after it admitted a request the provider showed what it had left, so the header tells how much it
 * set aside for that request by its own estimate. Where that is believable we take it over, and the level needs no
 * correction; where it is not, somebody else uses this quota too, and the header wins.
 */
final class Reader {
    /** Requests in flight at once whose order of admission is considered; more are taken to have come in order. */
    private static final int CONSIDERED = 8;

    /** Whether the provider sets tokens aside for the answer; null until a header has told. */
    private Boolean reservesOutput;

    Boolean reservesOutput() {
        return reservesOutput;
    }

    void reservesOutput(Boolean known) {
        reservesOutput = known;
    }

    /**
     * The windows stand as {@code flight} left them.
     *
     * @param before other requests in flight then
     * @param later requests that were sent before its headers came
     */
    void read(Flight flight, List<Flight> before, List<Flight> later) {
        if (flight.seen().isEmpty()) {
            return;
        }
        if (!flight.free()) {
            adoptTokens(flight, before, later);
            adoptRequests(flight, before, later);
        }
        for (var seen : flight.seen()) {
            if (flight.counts(seen.window()) && !explained(seen, before, later)) {
                correct(seen);
            }
        }
    }

    /** Windows that refill slowly tell the amount best. */
    private void adoptTokens(Flight flight, List<Flight> before, List<Flight> later) {
        var best = flight.seen().stream()
                .filter(seen -> seen.window().metric() != Metric.REQUESTS && seen.window().limit() != null
                        && flight.counts(seen.window()))
                .min(Comparator.comparingDouble(seen -> seen.window().rate())).orElse(null);
        if (best == null) {
            return;
        }
        var plain = flight.tokens() + best.window().left() - best.remaining();
        for (var deviation : deviations(best.window().metric(), before, later)) {
            var implied = (long) Math.floor(plain + deviation + Window.HAIR);
            if (believable(flight, implied)) {
                var change = flight.tokens() - implied;
                flight.holdTokens(implied);
                for (var window : flight.windows()) {
                    if (window.metric() != Metric.REQUESTS) {
                        window.take(-change);
                    }
                }
                return;
            }
        }
    }

    private boolean believable(Flight flight, long implied) {
        if (implied <= 0) {
            return implied == 0;
        }
        var reserves = OutputRule.AS_ESTIMATED.explains(flight, implied)
                || OutputRule.AT_MOST_16K.explains(flight, implied);
        var waits = OutputRule.NONE.explains(flight, implied);
        if (reserves != waits && reservesOutput == null) {
            reservesOutput = reserves;
        }
        return reservesOutput == null ? reserves || waits : reservesOutput ? reserves : waits;
    }

    /** One request was taken, or none if it was refused. */
    private void adoptRequests(Flight flight, List<Flight> before, List<Flight> later) {
        for (var seen : flight.seen()) {
            if (seen.window().metric() != Metric.REQUESTS || !flight.counts(seen.window())) {
                continue;
            }
            if (flight.tokens() > 0 && explained(seen, before, later)) {
                return;
            }
            seen.window().take(-1);
            var none = explained(seen, before, later);
            seen.window().take(1);
            if (none) {
                flight.holdRequests(0);
                flight.windows().stream().filter(window -> window.metric() == Metric.REQUESTS)
                        .forEach(window -> window.take(-1));
                return;
            }
        }
    }

    /** The reading is what we expect, give or take refill, rounding and the order in which requests were admitted. */
    private static boolean explained(Flight.Seen seen, List<Flight> before, List<Flight> later) {
        // What refills has a fraction, which the header rounds down.
        var most = seen.window().rate() == 0 ? Window.HAIR : 1 - Window.HAIR;
        for (var deviation : deviations(seen.window().metric(), before, later)) {
            var surplus = seen.window().left() + deviation - seen.remaining();
            if (surplus >= -seen.refilled() - Window.HAIR && surplus < most) {
                return true;
            }
        }
        return false;
    }

    private static void correct(Flight.Seen seen) {
        var left = seen.window().left();
        seen.window().take(left - Math.clamp(left, seen.remaining() - seen.refilled(), seen.remaining()));
    }

    /**
     * By how much the reading may be off because others of our requests were admitted in another order, had been refused
     * or had ended already: the likeliest first.
     */
    private static List<Double> deviations(Metric metric, List<Flight> before, List<Flight> later) {
        var single = new ArrayList<Double>();
        before.forEach(other -> single.add((double) (other.held(metric) - other.charged(metric))));
        later.forEach(other -> single.add((double) -other.held(metric)));
        single.removeIf(amount -> amount == 0);
        var count = Math.min(CONSIDERED, single.size());
        var sums = new ArrayList<Double>();
        for (var bits = 0; bits <= count; bits++) {
            for (var mask = 0; mask < 1 << count; mask++) {
                if (Integer.bitCount(mask) == bits) {
                    sums.add(sum(single, mask));
                }
            }
        }
        return sums;
    }

    private static double sum(List<Double> single, int mask) {
        var sum = 0.0;
        for (var i = 0; mask >> i != 0; i++) {
            sum += (mask >> i & 1) == 0 ? 0 : single.get(i);
        }
        return sum;
    }
}
