package app.pitot.quota;

import app.pitot.base.Clocks;
import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until they are moved. */
final class ManualTime {
    private long nanos = 5_000_000_000L;
    private Instant wall = Instant.parse("2026-11-20T10:00:00Z");

    Clocks clocks() {
        return new Clocks(() -> nanos, () -> wall);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    /** The computer sleeps: the monotonic clock stands still. */
    void sleep(Duration time) {
        wall = wall.plus(time);
    }

    /** The wall clock is set a little ahead or back. */
    void trim(Duration by) {
        wall = wall.plus(by);
    }

    void setWall(String instant) {
        wall = Instant.parse(instant);
    }

    Instant now() {
        return wall;
    }
}
