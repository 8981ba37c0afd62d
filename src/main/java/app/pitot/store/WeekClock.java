package app.pitot.store;

import app.pitot.usage.Step;
import java.time.Instant;
import java.time.ZoneId;

/** Tells the hour of a zone's week, from Monday's first on, 0 to 167. Quick where it is asked in the order of time. Not thread-safe. */
final class WeekClock {
    private final ZoneId zone;
    private final SlotClock clock;
    private long from = Long.MAX_VALUE;
    private int at;

    WeekClock(ZoneId zone) {
        this.zone = zone;
        this.clock = new SlotClock(Step.HOUR, zone);
    }

    int hour(long ms) {
        long begin = clock.from(ms);
        if (begin != from) {
            from = begin;
            var local = Instant.ofEpochMilli(begin).atZone(zone);
            at = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
        }
        return at;
    }
}
