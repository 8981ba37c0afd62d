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
final class Reconciler {
    /** Requests in flight at once whose order of admission is considered; more are taken to have come in order. */
    private static final int CONSIDERED = 8;

    private final List<Flight> flights;
    /** Whether the provider sets tokens aside for the answer; null until a header has told. */
    private Boolean reservesOutput;

    /** @param flights all that may still matter, oldest first; shared with the meter */
    Reconciler(List<Flight> flights) {
        this.flights = flights;
    }

    /** Headers have come for {@code flight}, which has them. */
    void read(Flight flight) {
        interpret(flight);
        // A late header of an older request changes what newer headers meant.
        for (var newer : flights) {
            if (newer.sequence() > flight.sequence()) {
                interpret(newer);
            }
        }
    }

    /** The provider took nothing for {@code flight} after all. */
    void release(Flight flight) {
        hold(flight, Metric.TOKENS, 0);
        hold(flight, Metric.REQUESTS, 0);
        for (var seen : flight.seen()) {
            correctUnlessExplained(flight, seen);
        }
    }

    private void interpret(Flight flight) {
        if (flight.seen().isEmpty() || flight.closed()) {
            return;
        }
        adoptTokens(flight);
        for (var seen : flight.seen()) {
            if (seen.window().metric() == Metric.REQUESTS && !adoptRequests(flight, seen)) {
                correct(flight, seen);
            } else if (seen.window().metric() != Metric.REQUESTS) {
                correctUnlessExplained(flight, seen);
            }
        }
    }

    /** Windows that refill slowly tell the amount best. */
    private void adoptTokens(Flight flight) {
        var best = flight.seen().stream()
                .filter(seen -> seen.window().metric() != Metric.REQUESTS && flight.mark(seen.window()) != null)
                .min(Comparator.comparingDouble(seen -> seen.window().rate()));
        best.ifPresent(seen -> {
            var plain = flight.tokens() + flight.mark(seen.window()).expected - seen.remaining();
            for (var deviation : deviations(flight, seen.window().metric())) {
                var implied = (long) Math.floor(plain + deviation + Window.HAIR);
                if (believable(flight, implied)) {
                    hold(flight, Metric.TOKENS, implied);
                    return;
                }
            }
        });
    }

    private boolean believable(Flight flight, long implied) {
        if (implied == 0) {
            return true;
        }
        if (implied < 0) {
            return false;
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
    private boolean adoptRequests(Flight flight, Flight.Seen seen) {
        if (flight.mark(seen.window()) == null) {
            return true;
        }
        var first = flight.tokens() == 0 && flight.reservation().tokens() > 0 ? 0 : 1;
        return adoptRequests(flight, seen, first) || adoptRequests(flight, seen, 1 - first);
    }

    private boolean adoptRequests(Flight flight, Flight.Seen seen, int count) {
        var had = flight.requests();
        hold(flight, Metric.REQUESTS, count);
        if (explained(flight, seen)) {
            return true;
        }
        hold(flight, Metric.REQUESTS, had);
        return false;
    }

    private void correctUnlessExplained(Flight flight, Flight.Seen seen) {
        if (!explained(flight, seen)) {
            correct(flight, seen);
        }
    }

    /** The reading is what we expected, give or take refill, rounding and the order in which requests were admitted. */
    private boolean explained(Flight flight, Flight.Seen seen) {
        var mark = flight.mark(seen.window());
        if (mark == null) {
            return true;
        }
        for (var deviation : deviations(flight, seen.window().metric())) {
            var surplus = mark.expected + deviation - seen.remaining();
            // What refills has a fraction, which the header rounds down.
            var most = seen.window().rate() == 0 ? Window.HAIR : 1 - Window.HAIR;
            if (surplus >= -seen.refilled() - Window.HAIR && surplus < most) {
                return true;
            }
        }
        return false;
    }

    private void correct(Flight flight, Flight.Seen seen) {
        var mark = flight.mark(seen.window());
        if (mark != null && seen.window().isNewest(flight.sequence())) {
            var belief = Math.clamp(mark.expected, seen.remaining() - seen.refilled(), seen.remaining());
            shift(flight, seen.window(), belief - mark.expected);
        }
    }

    /** Changes what a flight holds of all windows that count {@code metric}. */
    private void hold(Flight flight, Metric metric, long amount) {
        var change = flight.held(metric) - amount;
        if (change == 0) {
            return;
        }
        var windows = new ArrayList<Window>();
        for (var each : flight.windows()) {
            if (each.counts(metric) && flight.mark(each) != null) {
                windows.add(each);
            }
        }
        windows.forEach(window -> shift(flight, window, change));
        if (metric == Metric.REQUESTS) {
            flight.holds(flight.tokens(), (int) amount);
        } else {
            flight.holds(amount, flight.requests());
        }
    }

    /** More is left of {@code window} than we thought when {@code flight} was admitted, and ever since. */
    private void shift(Flight flight, Window window, double more) {
        window.take(-more);
        for (var each : flights) {
            var mark = each.sequence() < flight.sequence() ? null : each.mark(window);
            if (mark != null) {
                mark.expected += more;
            }
        }
    }

    /**
     * By how much the reading may be off because others of our requests were admitted in another order, had been refused
     * or had ended already: the likeliest first.
     */
    private List<Double> deviations(Flight flight, Metric metric) {
        var single = new ArrayList<Double>();
        for (var other : flight.before()) {
            single.add((double) (other.held(metric) - other.charged(metric)));
        }
        for (var other : flights) {
            if (other.sequence() > flight.sequence()) {
                single.add((double) -other.held(metric));
            }
        }
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
