package app.pitot.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A time as a user types it: a day, {@code today}, {@code yesterday}, {@code 7d}, {@code 24h}, {@code all}. */
final class TimeSpan {
    private static final Pattern BACK = Pattern.compile("([1-9]\\d{0,4})([dh])");

    private TimeSpan() {}

    /** When it begins; {@code 7d} is today and the six days before. Null if it is none of these. */
    static Instant begin(String typed, Instant now, ZoneId zone) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        var today = LocalDate.ofInstant(now, zone);
        var back = BACK.matcher(word);
        if (back.matches()) {
            int many = Integer.parseInt(back.group(1));
            return back.group(2).equals("h")
                    ? now.minus(Duration.ofHours(many))
                    : start(today.minusDays(many - 1L), zone);
        }
        return switch (word) {
            case "all" -> Instant.EPOCH;
            case "today" -> start(today, zone);
            case "yesterday" -> start(today.minusDays(1), zone);
            default -> day(word, zone, 0);
        };
    }

    /** The end of the day that is named; null if it is none. */
    static Instant end(String typed, Instant now, ZoneId zone) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        var today = LocalDate.ofInstant(now, zone);
        return switch (word) {
            case "today" -> start(today.plusDays(1), zone);
            case "yesterday" -> start(today, zone);
            default -> day(word, zone, 1);
        };
    }

    private static Instant day(String word, ZoneId zone, int later) {
        try {
            var day = LocalDate.parse(word);
            // What no clock of ours shows is a slip.
            return day.getYear() < 1970 || day.getYear() > 9_999 ? null : start(day.plusDays(later), zone);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
