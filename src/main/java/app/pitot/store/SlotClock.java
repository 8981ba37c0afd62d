package app.pitot.store;

import app.pitot.usage.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Where the hours and days of a zone begin. Quick where it is asked in the order of time. Not thread-safe. */
final class SlotClock {
    private static final long QUARTER = 900_000;

    private final Step step;
    private final ZoneId zone;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    SlotClock(Step step, ZoneId zone) {
        this.step = step;
        this.zone = zone;
    }

    /** Where the hour or day begins in which {@code ms} lies. */
    long from(long ms) {
        find(ms);
        return from;
    }

    /** Where it ends, exclusive. */
    long until(long ms) {
        find(ms);
        return until;
    }

    private void find(long ms) {
        if (ms < from || ms >= until) {
            if (step == Step.DAY) {
                day(ms);
            } else {
                hour(ms);
            }
        }
    }

    private void day(long ms) {
        var date = at(ms).toLocalDate();
        until = date.atStartOfDay(zone).toInstant().toEpochMilli();
        do {
            // Where clocks were set back over midnight, a day has a second beginning, which is none.
            from = until;
            date = date.plusDays(1);
            until = date.atStartOfDay(zone).toInstant().toEpochMilli();
        } while (ms >= until);
    }

    private void hour(long ms) {
        from = hourOf(ms);
        // An hour in which clocks are set by half an hour is longer or shorter.
        long next = from;
        do {
            next += QUARTER;
            until = hourOf(next);
        } while (until <= from);
    }

    private long hourOf(long ms) {
        return at(ms).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
    }

    private ZonedDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atZone(zone);
    }
}
