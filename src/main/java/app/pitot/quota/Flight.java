package app.pitot.quota;

import app.pitot.provider.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request from its reservation to the end of its effect on readings: what it took from each window, and what each
 * window should have shown right afterwards. Used under the meter's lock.
 */
final class Flight {
    /** What a window should have shown when this request was admitted, and the period to which that belongs. */
    static final class Mark {
        double expected;
        final long epoch;

        Mark(double expected, long epoch) {
            this.expected = expected;
            this.epoch = epoch;
        }
    }

    /**
     * What a header said.
     *
     * @param refilled how much could have come back between sending and the header
     */
    record Seen(Window window, double remaining, double refilled) {}

    private final Reservation reservation;
    private final boolean capped;
    private final List<Flight> before;
    private final Map<Window, Mark> marks = new HashMap<>();
    private List<Seen> seen = List.of();
    private long tokens;
    private int requests = 1;
    private Settlement settlement;

    /**
     * @param capped true if the request names its largest completion
     * @param before requests in flight when this one was sent, oldest first
     */
    Flight(Reservation reservation, boolean capped, List<Flight> before) {
        this.reservation = reservation;
        this.capped = capped;
        this.before = before;
        tokens = reservation.tokens();
    }

    Reservation reservation() {
        return reservation;
    }

    long sequence() {
        return reservation.id();
    }

    boolean capped() {
        return capped;
    }

    List<Flight> before() {
        return before;
    }

    List<Seen> seen() {
        return seen;
    }

    void saw(List<Seen> readings) {
        seen = readings;
    }

    long tokens() {
        return tokens;
    }

    int requests() {
        return requests;
    }

    void holds(long tokenCount, int requestCount) {
        tokens = tokenCount;
        requests = requestCount;
    }

    /** What it holds of the windows that count {@code metric}. */
    long held(Metric metric) {
        return metric == Metric.REQUESTS ? requests : tokens;
    }

    boolean settled() {
        return settlement != null;
    }

    void settle(Settlement how) {
        settlement = how;
    }

    /** What it took in the end of a window; before that, nothing is known. */
    long charged(Metric metric) {
        return settlement == null ? 0 : Charge.of(settlement, metric, held(metric));
    }

    /** Its effect is known for good: no header can change it any more. */
    boolean closed() {
        return settled() && settlement.kind() != Settlement.Kind.UNKNOWN;
    }

    /** Its place in a window, or null if the window's period has ended since. */
    Mark mark(Window window) {
        var mark = marks.get(window);
        return mark == null || mark.epoch != window.epoch() ? null : mark;
    }

    /** The windows that it took something from, of whatever period. */
    Set<Window> windows() {
        return marks.keySet();
    }

    void mark(Window window, double expected) {
        marks.put(window, new Mark(expected, window.epoch()));
    }
}
