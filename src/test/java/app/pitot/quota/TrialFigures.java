package app.pitot.quota;

import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What came of a {@link QuotaTrial}. */
final class TrialFigures {
    private int fits;
    private int fitsRight;
    private int refused;
    private int refusedRight;
    private int foreseeable;
    private int sent;
    private long flying;
    private final List<Double> late = new ArrayList<>();
    private final List<Double> slowLate = new ArrayList<>();
    private int waits;
    private int shortWaits;
    private int never;
    private double shortest;
    private final List<Double> gauges = new ArrayList<>();

    /**
     * @param wait seconds by the limiter's own books; infinite if it can never pass
     * @param hidden true if others changed what decided and nobody told us
     */
    void checked(PreFlight check, boolean admitted, double wait, boolean hidden) {
        if (QuotaTrial.fits(check)) {
            fits++;
            fitsRight += admitted ? 1 : 0;
            foreseeable += admitted || hidden ? 0 : 1;
            return;
        }
        refused++;
        refusedRight += admitted ? 0 : 1;
        if (check.verdict() == Verdict.WAIT && !admitted) {
            var slow = check.binding().period() == Period.DAY && check.binding().refill() == Refill.CONTINUOUS;
            if (check.perhapsNever() && Double.isInfinite(wait)) {
                never++;
                return;
            }
            waits++;
            var excess = check.waitMs() / 1e3 - wait;
            if (excess < -0.001) {
                shortWaits++;
                shortest = Math.min(shortest, excess);
            } else if (slow) {
                slowLate.add(excess / wait);
            } else {
                late.add(excess);
            }
        }
    }

    /** How many were on their way with the one that was sent. */
    void inFlight(int count) {
        sent++;
        flying += count;
    }

    /** On average. */
    double inFlight() {
        return sent == 0 ? 0 : (double) flying / sent;
    }

    void gauge(double off) {
        gauges.add(off);
    }

    int fits() {
        return fits;
    }

    int fitsRight() {
        return fitsRight;
    }

    double fitsRightShare() {
        return fits == 0 ? 1 : (double) fitsRight / fits;
    }

    int refused() {
        return refused;
    }

    int refusedRight() {
        return refusedRight;
    }

    double refusedRightShare() {
        return refused == 0 ? 1 : (double) refusedRight / refused;
    }

    int waits() {
        return waits;
    }

    /** It was said that it may never fit, and it never would. Not among {@link #waits}. */
    int never() {
        return never;
    }

    int shortWaits() {
        return shortWaits;
    }

    /** Seconds, 0 or less. */
    double shortestBy() {
        return shortest;
    }

    /** Seconds, of all windows but the next. @param share 0.5 for the median */
    double lateBy(double share) {
        return quantile(late, share);
    }

    /**
     * As a share of the wait, of windows that refill over a whole day: there one token may be worth half a second, and
     * nobody can tell a prompt to the token.
     */
    double slowLateBy(double share) {
        return quantile(slowLate, share);
    }

    int slowWaits() {
        return slowLate.size();
    }

    /** Refusals although everything that led to them had been told, of all requests that were sent as fitting. */
    double foreseeableShare() {
        return fits == 0 ? 0 : (double) foreseeable / fits;
    }

    double refusedOfSent() {
        return fits == 0 ? 0 : 1 - (double) fitsRight / fits;
    }

    /** Units by which a gauge was off right after a reply. */
    double gaugeOff(double share) {
        return quantile(gauges, share);
    }

    int gauges() {
        return gauges.size();
    }

    private static double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return 0;
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
