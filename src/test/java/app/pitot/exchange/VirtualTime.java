package app.pitot.exchange;

import app.pitot.base.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** A clock that jumps from one thing that is due to the next. One thread. */
final class VirtualTime implements Later {
    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long nanos = 7;
    private long made;

    private record Due(long at, long number, Runnable work) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    Clocks clocks() {
        return new Clocks(() -> nanos, () -> START.plusNanos(nanos));
    }

    long nanos() {
        return nanos;
    }

    double seconds() {
        return nanos / 1e9;
    }

    int waiting() {
        return due.size();
    }

    @Override
    public void after(long wait, Runnable work) {
        due.add(new Due(nanos + Math.max(0, wait), made++, work));
    }

    void afterMillis(double millis, Runnable work) {
        after((long) (millis * 1e6), work);
    }

    /** False once nothing is due any more. */
    boolean step() {
        var next = due.poll();
        if (next == null) {
            return false;
        }
        nanos = Math.max(nanos, next.at());
        next.work().run();
        return true;
    }

    /** Lets time pass with all that comes due in it. */
    void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (!due.isEmpty() && due.peek().at() <= until) {
            step();
        }
        nanos = until;
    }
}
