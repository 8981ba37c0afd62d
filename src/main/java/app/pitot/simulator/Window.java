package app.pitot.simulator;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import java.time.Instant;

/** The running state of one limit. Guarded by its {@link Limiter}. */
sealed interface Window permits BucketWindow, FixedWindow {
    /** An instant on both clocks. */
    record Moment(long nanos, Instant wall) {}

    static Window of(Limit limit, Moment start) {
        return limit.refill() == Refill.CONTINUOUS
                ? new BucketWindow(limit, start.nanos())
                : new FixedWindow(limit, start);
    }

    Limit limit();

    /** Left now; below 0 after a reply that cost more than its reservation. */
    double remaining(Moment now);

    /** Seconds until full, or until the boundary. */
    double resetSeconds(Moment now);

    /** Seconds until {@code amount} would be admitted; infinite if it never will. */
    double waitSeconds(double amount, Moment now);

    /** Takes {@code amount} out, and names the window that it was taken from, for {@link #correct}. */
    long charge(double amount, Moment now);

    /** Changes an earlier charge by {@code delta}; has no effect if the window it was taken from has ended. */
    void correct(long chargedTo, double delta, Moment now);

    /** What a request of so many tokens costs here. */
    default double cost(long tokens) {
        return limit().metric() == Metric.REQUESTS ? 1 : tokens;
    }

    /** Rounded down, with room for the last bits of floating-point refill. */
    default long remainingFloor(Moment now) {
        return Math.max(0, (long) Math.floor(remaining(now) + 1e-6));
    }

    default boolean admits(double amount, Moment now) {
        return remaining(now) + 1e-6 >= amount;
    }
}
