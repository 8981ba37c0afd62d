package app.pitot.quota;

import app.pitot.provider.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request: what it holds of the windows, what the headers of its answer said, how it ended. Under the meter's lock. */
final class Flight {
    /**
     * What a header said.
     *
     * @param refilled how much could have come back between sending and the header
     */
    record Seen(Window window, double remaining, double refilled, Kind kind) {}

    /** What the remaining figure of a reading means. */
    enum Kind {
        /** This much was left. */
        LEFT,
        /** Less than this was left: the provider refused that much, and did not say how much there was. */
        LESS
    }

    private final Reservation reservation;
    private final boolean capped;
    private final Map<Window, Long> turns = new HashMap<>();
    private List<Seen> seen = List.of();
    private Now answered;
    private long tokens;
    private int requests = 1;
    private Settlement settlement;

    /** @param capped true if the request names its largest completion */
    Flight(Reservation reservation, boolean capped) {
        this.reservation = reservation;
        this.capped = capped;
        tokens = reservation.tokens();
    }

    Reservation reservation() {
        return reservation;
    }

    boolean capped() {
        return capped;
    }

    List<Seen> seen() {
        return seen;
    }

    /** When the headers came; null before that. */
    Now answered() {
        return answered;
    }

    /** Later readings of the same answer add to earlier ones, and replace those of the same window. */
    void saw(List<Seen> readings, Now now) {
        var all = new ArrayList<>(seen);
        all.removeIf(old -> readings.stream().anyMatch(newer -> newer.window() == old.window()));
        all.addAll(readings);
        seen = List.copyOf(all);
        answered = now;
    }

    long tokens() {
        return tokens;
    }

    /** What it holds of a window that counts {@code metric}. */
    long held(Metric metric) {
        return switch (metric) {
            case REQUESTS -> requests;
            case TOKENS, UNCACHED_TOKENS -> tokens;
            case USD -> free() ? 0 : reservation.costMicros();
        };
    }

    /** What it asked for of a window that counts {@code metric}, by our estimate. */
    long asked(Metric metric) {
        return switch (metric) {
            case REQUESTS -> 1;
            case TOKENS, UNCACHED_TOKENS -> reservation.tokens();
            case USD -> reservation.costMicros();
        };
    }

    void holdTokens(long count) {
        tokens = count;
    }

    void holdRequests(int count) {
        requests = count;
    }

    /** Forgets what headers taught. A request that the provider never took up holds nothing. */
    void forget() {
        tokens = free() ? 0 : reservation.tokens();
        requests = free() ? 0 : 1;
        turns.clear();
    }

    boolean settled() {
        return settlement != null;
    }

    Settlement settlement() {
        return settlement;
    }

    void settle(Settlement how) {
        settlement = how;
    }

    /** It ended without costing anything. */
    boolean free() {
        return settled() && settlement.kind() != Settlement.Kind.USED && settlement.kind() != Settlement.Kind.UNKNOWN;
    }

    /** What it took in the end of a window that counts {@code metric}; 0 as long as nothing is known. */
    long charged(Metric metric) {
        return settlement == null ? 0 : Charge.of(settlement, metric, held(metric));
    }

    void takenFrom(Window window) {
        turns.put(window, window.turn());
    }

    /** The windows whose present period it took something from. */
    List<Window> windows() {
        return turns.keySet().stream().filter(this::counts).toList();
    }

    /** True if it took something from the period of {@code window} that runs now. */
    boolean counts(Window window) {
        var turn = turns.get(window);
        return turn != null && turn == window.turn();
    }
}
