package app.pitot.quota;

import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;

/**
 * One window as the provider keeps it: what is left after the reservations of requests in flight are taken out. Not safe
 * for use by several threads; its meter sees to that.
 */
final class Window {
    /** Sums of fractions end a hair below the whole number they stand for. */
    static final double HAIR = 1e-6;

    /** Where a window stood at one instant. */
    record State(double left, Now at, long epoch, long turn, Boundaries boundaries) {
        State plus(double more) {
            return new State(left + more, at, epoch, turn, boundaries);
        }
    }

    /** A wall clock that is set back by less must not start a period twice. */
    private static final long SET_BACK_MILLIS = 60_000;
    /** Resets are rounded, and take their time to come. */
    private static final long SAME_BOUNDARY_MILLIS = 5_000;

    private final Metric metric;
    private final Period period;
    private final Refill refill;
    private final Long planned;
    private final Trail trail = new Trail();
    private final Naming naming = new Naming();
    private Boundaries boundaries;
    private Long limit;
    private boolean unlimited;
    private Provenance limitSource;
    private double left;
    private Now at;
    private long epoch;
    private long turn;
    private long newestReport = -1;
    private Long reportedNanos;
    private long reportedTurn;
    private long reportedLeft;
    private Double reportedReset;
    private boolean changedSinceReport;
    private boolean doubtful;

    /** A full window. */
    Window(Limit limit, Provenance source, Now now) {
        planned = limit.value();
        metric = limit.metric();
        period = limit.period();
        boundaries = Boundaries.utc(period);
        refill = limit.refill();
        this.limit = limit.value();
        limitSource = source;
        left = limit.value();
        at = now;
        epoch = boundaries.index(now.wallMillis());
    }

    /** A window of which only the name is known. */
    Window(Metric metric, Period period, Refill refill, Now now) {
        planned = null;
        this.metric = metric;
        this.period = period;
        this.refill = refill;
        boundaries = Boundaries.utc(period);
        at = now;
        epoch = boundaries.index(now.wallMillis());
    }

    Metric metric() {
        return metric;
    }

    Period period() {
        return period;
    }

    Refill refill() {
        return refill;
    }

    Long limit() {
        return limit;
    }

    Provenance limitSource() {
        return limitSource;
    }

    /** The plan's limit, or null if the plan does not name this window. */
    Long planned() {
        return planned;
    }

    /** What the provider calls the limit. */
    Naming naming() {
        return naming;
    }

    Trail trail() {
        return trail;
    }

    /** How often it has begun anew. */
    long turn() {
        return turn;
    }

    /** When the present period began, in milliseconds since 1970; not after now. */
    long beganMillis(Now now) {
        return Math.min(now.wallMillis(), boundaries.start(epoch));
    }

    double left() {
        return left;
    }

    Allowance allowance() {
        if (unlimited) {
            return Allowance.UNLIMITED;
        }
        return limit == null ? Allowance.UNKNOWN : limit == 0 ? Allowance.BLOCKED : Allowance.LIMITED;
    }

    /** False if nobody has ever said how much is left, nor that it began full. */
    boolean levelKnown() {
        return planned != null || reportedNanos != null || limit != null && limit == 0;
    }

    /** False if so much would be refused by all that we know. */
    boolean fits(double amount) {
        return limit == null || !levelKnown() || left + HAIR >= amount;
    }

    /** What may still be taken, in whole units. */
    long whole() {
        var floor = Math.max(0, (long) Math.floor(left + HAIR));
        return limit == null ? floor : Math.min(limit, floor);
    }

    /** Refill per nanosecond; 0 where nothing comes back before the boundary. */
    double rate() {
        return refill == Refill.FIXED || limit == null ? 0 : (double) limit / period.length().toNanos();
    }

    /** Lets time pass: refills, or starts a new period. A wall clock set back changes nothing that is left. */
    void advance(Now now) {
        if (now.nanos() > at.nanos()) {
            left = capped(left + rate() * (now.nanos() - at.nanos()));
        }
        at = now;
        if (refill == Refill.FIXED) {
            turnTo(boundaries.index(now.wallMillis()), now);
        }
    }

    private void turnTo(long next, Now now) {
        if (next > epoch) {
            epoch = next;
            turn++;
            if (limit != null) {
                left = limit;
            }
        } else if (next < epoch && boundaries.start(epoch) - now.wallMillis() > SET_BACK_MILLIS) {
            // The clock was wrong before. What is left stays, and comes back at the next boundary by the right clock.
            epoch = next;
        }
    }

    /** Takes {@code amount}, or gives it back if negative; never above the limit. */
    void take(double amount) {
        left = capped(left - amount);
    }

    State save() {
        return new State(left, at, epoch, turn, boundaries);
    }

    void restore(State state) {
        left = capped(state.left());
        at = state.at();
        turn = state.turn();
        // Not worked out again: a wall clock set back by a moment must not start a period twice.
        epoch = state.boundaries().equals(boundaries) ? state.epoch() : boundaries.index(at.wallMillis());
    }

    /** What is left is no longer just what the provider reported. */
    void changed() {
        changedSinceReport = true;
    }

    /** Nobody knows how much time really passed: until the next report, what is left is an estimate. */
    void doubt() {
        doubtful = true;
    }

    /** Goes by the provider's limit from now on. Returns by how much it differs from the one before. */
    double relimit(long reported) {
        double change = 0;
        if (limit != null) {
            change = reported - limit;
        } else if (!everReported()) {
            // Of a window of which nothing was known, all may be left.
            change = reported - left;
            left = reported;
        }
        unlimited = false;
        limit = reported;
        limitSource = Provenance.REPORTED;
        left = capped(left);
        return change;
    }

    /** The provider says that there is no limit. */
    void unlimit() {
        unlimited = true;
        limit = null;
        limitSource = Provenance.REPORTED;
    }

    /**
     * The provider showed this window in the answer to the request of {@code sequence}.
     *
     * @param resetMillis by the provider's word, or null if it gave none
     */
    void reported(long sequence, long remaining, Double resetMillis, Now now) {
        if (sequence >= newestReport) {
            newestReport = sequence;
            reportedNanos = now.nanos();
            reportedTurn = turn;
            reportedLeft = Math.max(0, remaining);
            reportedReset = resetMillis;
            changedSinceReport = false;
            doubtful = false;
        }
    }

    /** What earlier runs of the app knew of it, but for what is left. Returns by how much its limit differs. */
    double recall(KeptLevel level, Now now) {
        var state = level.state();
        double change = 0;
        if (state.limitSource() == Provenance.REPORTED) {
            if (state.allowance() == Allowance.UNLIMITED) {
                unlimit();
            } else if (state.limit() != null) {
                change = relimit(state.limit());
            }
            naming.said(0, state.limit(), false, Pace.past(level.at(), now));
        }
        var resets = level.resetsAt();
        if (resets != null && refill == Refill.FIXED
                && Math.abs(resets.toEpochMilli()
                        - boundaries.start(boundaries.index(level.at().toEpochMilli()) + 1)) > SAME_BOUNDARY_MILLIS) {
            boundaries = boundaries.endingAt(resets.toEpochMilli());
            epoch = boundaries.index(now.wallMillis());
        }
        var told = level.reportedAt();
        if (told != null && newestReport < 0) {
            newestReport = 0;
            reportedNanos = Pace.past(told, now).nanos();
            reportedTurn = contains(told.toEpochMilli()) ? turn : turn - 1;
            reportedLeft = state.remaining() == null ? 0 : state.remaining();
            reportedReset = state.reportedResetMs() == null ? null : (Double) (state.reportedResetMs() + state.ageMs());
            changedSinceReport = state.source() != Provenance.REPORTED;
        }
        return change;
    }

    /** When the provider told of it last; null if never. */
    Long reportedNanos() {
        return reportedNanos;
    }

    /** True if the provider told of it at {@code nanos} or later. */
    boolean reportedSince(long nanos) {
        return reportedNanos != null && reportedNanos - nanos >= 0;
    }

    /** True if the request of {@code sequence} left later than all whose answers have told of this window. */
    boolean news(long sequence) {
        return sequence >= newestReport;
    }

    /** The period ends {@code resetMillis} from now by the provider's word: not always at a whole UTC boundary. */
    void boundary(double resetMillis, Now now) {
        if (refill != Refill.FIXED || !(resetMillis > 0 && resetMillis <= boundaries.longestMillis())) {
            return;
        }
        if (Math.abs(resetMillis - millisToBoundary(now)) > SAME_BOUNDARY_MILLIS) {
            boundaries = boundaries.endingAt(now.wallMillis() + Math.round(resetMillis));
        }
    }

    double millisToBoundary(Now now) {
        return boundaries.start(epoch + 1) - now.wallMillis();
    }

    /** Milliseconds until {@code amount} is left if nothing else is taken; the amount must not exceed the limit. */
    double millisUntil(double amount, Now now) {
        if (left + HAIR >= amount) {
            return 0;
        }
        return refill == Refill.FIXED ? millisToBoundary(now) : millisToRefill(amount);
    }

    /** Milliseconds of refill that bring the level to {@code amount}. */
    double millisToRefill(double amount) {
        return (amount - left) * lengthMillis() / limit;
    }

    Provenance source(Now now) {
        if (unlimited || limit != null && limit == 0) {
            return limitSource;
        }
        if (doubtful) {
            return Provenance.ESTIMATED;
        }
        if (reportedNanos == null) {
            return limitSource == Provenance.SET
                    ? Provenance.SET
                    : planned != null ? Provenance.PLANNED : Provenance.ESTIMATED;
        }
        // The header's own figure, however old: until one of our requests, refill or a new period moves it.
        var same = !changedSinceReport && whole() == reportedLeft && (rate() != 0 || reportedTurn == turn);
        return same ? Provenance.REPORTED : Provenance.PROJECTED;
    }

    /** What is left of the provider's own countdown; null without one, or when it is over. */
    Double reportedResetMillis(Now now) {
        if (reportedReset == null) {
            return null;
        }
        var rest = reportedReset - (now.nanos() - reportedNanos) / 1e6;
        return rest > 0 ? rest : null;
    }

    /** True if the provider has spoken of this period. */
    boolean everReported() {
        return reportedNanos != null;
    }

    Long ageMillis(Now now) {
        return reportedNanos == null ? null : Math.max(0, (now.nanos() - reportedNanos) / 1_000_000);
    }

    /** True if the period that runs now had begun at {@code wallMillis}. */
    boolean contains(long wallMillis) {
        return boundaries.index(wallMillis) == epoch;
    }

    private long lengthMillis() {
        return period.length().toMillis();
    }

    private double capped(double amount) {
        return limit == null ? amount : Math.min(limit, amount);
    }
}
