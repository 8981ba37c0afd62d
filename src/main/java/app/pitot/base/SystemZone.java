package app.pitot.base;

import java.time.ZoneId;
import java.util.TimeZone;

/** The time zone of this machine as it is now: a laptop travels, and Java only looks once. Safe from any thread. */
public final class SystemZone {
    private static final String PROPERTY = "user.timezone";

    private SystemZone() {}

    /** Asks the system anew; takes well below a millisecond. */
    public static synchronized ZoneId now() {
        // Both hold what was found at first.
        System.clearProperty(PROPERTY);
        TimeZone.setDefault(null);
        return ZoneId.systemDefault();
    }
}
