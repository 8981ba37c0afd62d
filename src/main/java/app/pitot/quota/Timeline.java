package app.pitot.quota;

import app.pitot.base.Clocks;
import java.time.Duration;

/**
 * The time that really passed. The monotonic clock stands still while the machine sleeps, and the wall clock can be set; so
 * the one counts, except where the other ran ahead of it by more than clocks drift. A wall clock that was set forward looks
 * like sleep and is taken for it: both are marked as doubtful. Not safe for use by several threads.
 */
final class Timeline {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** Less is drift, or a wall clock that was set right. */
    private static final long SLEEP_MILLIS = 10_000;
    private static final long SET_BACK_MILLIS = 60_000;
    /** Nothing is remembered for longer, and far more would not fit into a long. */
    private static final long LONGEST_MILLIS = Duration.ofDays(4_000).toMillis();

    private final Clocks clocks;
    private long tick;
    private long wall;
    private long nanos;
    private boolean jumped;

    Timeline(Clocks clocks) {
        this.clocks = clocks;
        tick = clocks.nanos();
        wall = clocks.now().toEpochMilli();
        nanos = tick;
    }

    /** This instant; its nanoseconds never go back. */
    Now now() {
        var nextTick = clocks.nanos();
        var nextWall = clocks.now().toEpochMilli();
        var ticked = Math.max(0, nextTick - tick);
        var walled = Math.clamp(nextWall - wall, -LONGEST_MILLIS, LONGEST_MILLIS);
        var ahead = walled - ticked / NANOS_PER_MILLI;
        nanos += ahead > SLEEP_MILLIS ? walled * NANOS_PER_MILLI : ticked;
        jumped |= ahead > SLEEP_MILLIS || ahead < -SET_BACK_MILLIS && walled < 0;
        tick = Math.max(tick, nextTick);
        wall = nextWall;
        return new Now(nanos, nextWall);
    }

    /** True if a clock has jumped since this was last asked: then nobody knows how much time really passed. */
    boolean jumped() {
        var now = jumped;
        jumped = false;
        return now;
    }
}
