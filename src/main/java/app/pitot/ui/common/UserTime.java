package app.pitot.ui.common;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the day by the user's clock. */
public final class UserTime {
    private static final DateTimeFormatter WITH_ZONE = DateTimeFormatter.ofPattern("HH:mm z", Locale.US);

    private UserTime() {}

    /** "14:12"; "02:30 CET" in the hour that comes twice when the clocks go back. */
    public static String of(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1
                ? WITH_ZONE.format(local)
                : Format.time(at, zone);
    }
}
