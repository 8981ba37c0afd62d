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

    void setWall(String instant) {
        wall = Instant.parse(instant);
    }

    Instant now() {
        return wall;
    }
}
