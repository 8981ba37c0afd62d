package app.pitot.quota;

import app.pitot.provider.Metric;
import app.pitot.quota.InputEstimate.Guess;
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

    /** A request that leaves later than this after another does not come to the provider before it. */
    static final long OVERTAKES_NANOS = 250_000_000;

    private final Reservation reservation;
    private final boolean capped;
    private final Guess input;
    private final boolean tooLong;
    private final Map<Window, Long> turns = new HashMap<>();
    private List<Seen> seen = List.of();
    private Now answered;
    private Boolean admitted;
    private long tokens;
    private int requests = 1;
    private boolean holds = true;
    private boolean doubtful;
    private boolean confirmed;
    private boolean certain;
    private Settlement settlement;
    private Now ended;
    private long delayNanos;

    /**
     * @param capped true if the request names its largest completion
     * @param input how large the prompt is; null if nobody knows how far that may be off
     * @param tooLong true if the model cannot take it, so that it will be refused whatever is left
     */
    Flight(Reservation reservation, boolean capped, Guess input, boolean tooLong) {
        this.reservation = reservation;
        this.capped = capped;
        this.input = input;
        this.tooLong = tooLong;
        tokens = reservation.tokens();
    }

    Reservation reservation() {
        return reservation;
    }

    /** Tokens by which the prompt may be larger than we think; null if nobody knows. */
    Long spare() {
        return input == null ? null : (Long) (input.most() - input.likely());
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

    /** It began to leave at {@code nanos}, not when its share was taken. */
    void left(long nanos) {
        delayNanos = Math.max(0, nanos - reservation.sentNanos());
    }

    /** How long after its share was taken it began to leave: a connection had to be opened, or a key to be read. */
    long delayNanos() {
        return delayNanos;
    }

    long tokens() {
        return tokens;
    }

    /** What it holds of a window that counts {@code metric}. */
    long held(Metric metric) {
        return switch (metric) {
            case REQUESTS -> requests;
            case TOKENS, UNCACHED_TOKENS -> tokens;
            case USD -> holds ? reservation.costMicros() : 0;
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

    /**
     * Forgets what headers taught. A request that the provider never took up holds nothing, and neither does one that will
     * be refused by all that we know.
     *
     * @param fits true if all windows had room for it when it was sent
     * @param close true if it may well have been the other way round
     */
    void forget(boolean fits, boolean close) {
        doubtful = close && !settled() && admitted == null && !tooLong;
        holds = settled() ? !free() : admitted == null ? fits && !tooLong : admitted;
        tokens = holds ? reservation.tokens() : 0;
        requests = holds ? 1 : 0;
        confirmed = false;
        certain = false;
        turns.clear();
    }

    /**
     * What it holds of tokens is what a header told, and not our estimate.
     *
     * @param alone true if no other request can have had a part in that header
     */
    void confirm(boolean alone) {
        confirmed = true;
        certain = alone;
    }

    /**
     * By how much what it holds of a window that counts {@code metric} may be too little: the prompt may be larger, and what we
     * think will be refused may be let in.
     */
    double mayTakeMore(Metric metric) {
        if (!holds) {
            return doubtful ? asked(metric) + (metric.isTokens() ? more() : 0) : 0;
        }
        return confirmed || !metric.isTokens() ? 0 : more();
    }

    /** By how much what it holds of a window that counts {@code metric} may be too much. */
    double mayTakeLess(Metric metric) {
        return holds && !confirmed && metric.isTokens() ? less() : 0;
    }

    /** Tokens of the prompt beyond our estimate, hardly ever exceeded. */
    double more() {
        return input == null ? OutputRule.unsure(this) : input.most() - input.likely();
    }

    /** Tokens of the prompt short of our estimate, hardly ever exceeded. */
    double less() {
        return input == null ? OutputRule.unsure(this) : input.likely() - input.least();
    }

    /** True if what it holds of tokens is what a header told. */
    boolean confirmed() {
        return confirmed;
    }

    /** True if nobody need allow for another size. */
    boolean certain() {
        return certain;
    }

    /** The status of the answer told whether it was let in. */
    void admitted(boolean yes) {
        admitted = yes;
    }

    /** True if it holds nothing only because we think that it will be refused. */
    boolean perhaps() {
        return !holds && !settled() && admitted == null;
    }

    /** True if the provider let it in, so far as anybody knows. */
    boolean holds() {
        return holds;
    }

    boolean settled() {
        return settlement != null;
    }

    Settlement settlement() {
        return settlement;
    }

    void settle(Settlement how, Now now) {
        settlement = how;
        ended = now;
    }

    /**
     * True if the provider had surely taken it up before {@code other} left, and was surely not done with it when that came:
     * then its share in what the answer to {@code other} tells is no matter of doubt.
     */
    boolean surelyRanWhen(Flight other) {
        var sent = other.reservation().sentNanos();
        return Boolean.TRUE.equals(admitted) && answered != null && answered.nanos() <= sent
                && (ended == null || ended.nanos() - sent > OVERTAKES_NANOS);
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
