package app.pitot.provider;

import java.time.Duration;

/** The time over which a limit counts. */
public enum Period {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Period(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
