package app.pitot.quota;

import app.pitot.base.Provenance;
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
    private static final double NANOS_PER_MS = 1e6;

    private final Metric metric;
    private final Period period;
    private final Refill refill;
    private Long limit;
    private Provenance limitSource;
    private double left;
    private long atNanos;
    private long epoch;
    private long offsetMillis;
    private long newestReport = -1;
    private Long reportedNanos;
    private boolean changedSinceReport;

    /** A full window. */
    Window(Limit limit, Provenance source, Now now) {
        metric = limit.metric();
        period = limit.period();
        refill = limit.refill();
        this.limit = limit.value();
        limitSource = source;
        left = limit.value();
        atNanos = now.nanos();
        epoch = epochAt(now);
    }

    /** A window of which only the name is known. */
    Window(Metric metric, Period period, Refill refill, Now now) {
        this.metric = metric;
        this.period = period;
        this.refill = refill;
        atNanos = now.nanos();
        epoch = epochAt(now);
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

    boolean counts(Metric what) {
        return what == Metric.REQUESTS == (metric == Metric.REQUESTS);
    }

    long epoch() {
        return epoch;
    }

    double left() {
        return left;
    }

    /** Refill per nanosecond; 0 where nothing comes back before the boundary. */
    double rate() {
        return refill == Refill.FIXED || limit == null ? 0 : (double) limit / period.length().toNanos();
    }

    /** Lets time pass: refills, or starts a new period. A wall clock set back changes nothing. */
    void advance(Now now) {
        if (now.nanos() > atNanos) {
            left = capped(left + rate() * (now.nanos() - atNanos));
            atNanos = now.nanos();
        }
        var next = epochAt(now);
        if (refill == Refill.FIXED && next > epoch) {
            epoch = next;
            changedSinceReport = true;
            if (limit != null) {
                left = limit;
            }
        }
    }

    /** Takes {@code amount}, or gives it back if negative; never above the limit. */
    void take(double amount) {
        left = capped(left - amount);
        changedSinceReport |= amount != 0;
    }

    /** Goes by the provider's limit from now on; what was used stays used. */
    double relimit(long reported) {
        var change = limit == null ? 0 : reported - limit;
        limit = reported;
        limitSource = Provenance.REPORTED;
        left = capped(left + change);
        return change;
    }

    /** @return true if no answer to a newer request has been seen */
    boolean reported(long sequence, long nanos) {
        if (sequence < newestReport) {
            return false;
        }
        newestReport = sequence;
        reportedNanos = nanos;
        changedSinceReport = false;
        return true;
    }

    boolean isNewest(long sequence) {
        return sequence >= newestReport;
    }

    /** The period ends {@code resetMillis} from now by the provider's word: not always at a whole UTC boundary. */
    void boundary(double resetMillis, Now now) {
        if (refill != Refill.FIXED || resetMillis <= 0 || resetMillis > lengthMillis()) {
            return;
        }
        if (Math.abs(resetMillis - millisToBoundary(now)) > 5_000) {
            offsetMillis = Math.floorMod(now.wallMillis() + Math.round(resetMillis), lengthMillis());
            epoch = epochAt(now);
        }
    }

    double millisToBoundary(Now now) {
        return lengthMillis() - Math.floorMod(now.wallMillis() - offsetMillis, lengthMillis());
    }

    /** Milliseconds until {@code amount} is left if nothing else is taken; the amount must not exceed the limit. */
    double millisUntil(double amount, Now now) {
        if (left + HAIR >= amount) {
            return 0;
        }
        return refill == Refill.FIXED ? millisToBoundary(now) : (amount - left) / rate() / NANOS_PER_MS;
    }

    Provenance source(Now now) {
        if (reportedNanos == null) {
            return limit == null ? Provenance.ESTIMATED : Provenance.PLANNED;
        }
        var fresh = rate() == 0 || now.nanos() - reportedNanos < 1_000_000_000;
        return fresh && !changedSinceReport ? Provenance.REPORTED : Provenance.PROJECTED;
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
        return Math.floorDiv(wallMillis - offsetMillis, lengthMillis()) == epoch;
    }

    private long lengthMillis() {
        return period.length().toMillis();
    }

    private long epochAt(Now now) {
        return Math.floorDiv(now.wallMillis() - offsetMillis, lengthMillis());
    }

    private double capped(double amount) {
        return limit == null ? amount : Math.min(limit, amount);
    }
}
