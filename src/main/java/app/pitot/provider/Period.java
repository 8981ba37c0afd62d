package app.pitot.provider;

import java.time.Duration;

/** The time over which a limit counts. */
public enum Period {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    /** A calendar month. */
    MONTH(Duration.ofDays(30));

    private final Duration length;

    Period(Duration length) {
        this.length = length;
    }

    /** Of a month just its usual length: where it begins and ends is a matter of the calendar. */
    public Duration length() {
        return length;
    }
}
