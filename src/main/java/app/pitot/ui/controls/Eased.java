package app.pitot.ui.controls;

import java.util.Arrays;

/**
 * Some values on their way to a target, slowing down towards it and never past it. The clock is whatever the caller
 * passes in; the journey starts at the first reading after {@link #aim}, but one that is under way goes on from the last
 * reading: else values that are aimed anew before each step would never move.
 */
final class Eased {
    private final double[] from;
    private final double[] to;
    private final double[] now;
    private double durationNanos;
    private long start;
    private long last;
    private boolean fresh = true;
    private boolean moving;
    private boolean started;

    Eased(int count) {
        from = new double[count];
        to = new double[count];
        now = new double[count];
    }

    /** Goes to {@code target} within {@code millis}; the first target ever, and any with 0 ms, is reached at once. */
    void aim(double millis, double... target) {
        var same = !fresh && Arrays.equals(to, target);
        System.arraycopy(target, 0, to, 0, to.length);
        if (fresh || millis <= 0) {
            System.arraycopy(to, 0, now, 0, to.length);
            moving = false;
        } else if (!same) {
            System.arraycopy(now, 0, from, 0, to.length);
            durationNanos = millis * 1e6;
            started = moving && started;
            start = last;
            moving = true;
        }
        fresh = false;
    }

    /** True if {@code target} is where it goes already. */
    boolean aims(double... target) {
        return !fresh && Arrays.equals(to, target);
    }

    /** Moves to where the values are at {@code nanos}; returns true while there is still some way to go. */
    boolean step(long nanos) {
        if (!moving) {
            return false;
        }
        if (!started) {
            started = true;
            start = nanos;
        }
        last = nanos;
        var t = Math.clamp((nanos - start) / durationNanos, 0, 1);
        var eased = 1 - (1 - t) * (1 - t);
        for (var i = 0; i < to.length; i++) {
            now[i] = t >= 1 ? to[i] : from[i] + (to[i] - from[i]) * eased;
        }
        moving = t < 1;
        return moving;
    }

    /** Arrives at once. */
    void finish() {
        System.arraycopy(to, 0, now, 0, to.length);
        moving = false;
    }

    /** The value at the last step. */
    double get(int i) {
        return now[i];
    }

    boolean moving() {
        return moving;
    }
}
