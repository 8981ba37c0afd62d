package app.pitot.exchange;

import app.pitot.base.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Both clocks stand still until told to move. */
final class SteppedClocks {
    private static final Instant START = Instant.parse("2026-11-20T10:00:07Z");
    private final AtomicLong nanos = new AtomicLong();

    Clocks clocks() {
        return new Clocks(nanos::get, () -> START.plusNanos(nanos.get()));
    }

    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
