package app.pitot.api;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the times that providers put into reset headers: seconds, epoch seconds or milliseconds, durations such as
 * {@code 2m59.56s}, RFC 3339 times and HTTP dates. What cannot be read, or lies more than 35 days ahead, is unknown.
 */
final class ResetParser {
    private static final double MAX_SECONDS = Duration.ofDays(35).toSeconds();
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,30})?");
    private static final Pattern PART = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,30})?)\\s*(ms|s|m|h|d)");
    private static final Pattern DURATION = Pattern.compile("(?:" + PART.pattern() + "\\s*){1,10}+");

    private final Instant now;

    /**
     * @param received when the response came, by our wall clock
     * @param date the response's own {@code Date}, which takes the skew of our clock out; null if it had none
     */
    ResetParser(Instant received, Instant date) {
        now = date != null ? date : received;
    }

    /** Seconds from receipt, 0 or more; null if unknown. */
    Double seconds(String text) {
        if (text == null) {
            return null;
        }
        var s = text.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(s).matches()) {
            double number = Double.parseDouble(s);
            return bounded(number >= 1e12
                    ? number / 1e3 - epoch()
                    : number >= 1e9 ? number - epoch() : number);
        }
        if (DURATION.matcher(s).matches()) {
            return bounded(duration(s));
        }
        var instant = instant(text.strip());
        return instant == null ? null : bounded(instant.getEpochSecond() + instant.getNano() / 1e9 - epoch());
    }

    /** Seconds to wait by {@code retry-after-ms} or {@code Retry-After}; stricter: 0 to 24 h, else null. */
    Double retryAfter(String millis, String retryAfter) {
        if (millis != null && NUMBER.matcher(millis.strip()).matches()) {
            var seconds = Double.parseDouble(millis.strip()) / 1e3;
            if (sane(seconds)) {
                return seconds;
            }
        }
        if (retryAfter == null || retryAfter.strip().startsWith("-")) {
            return null;
        }
        var seconds = seconds(retryAfter);
        return seconds != null && sane(seconds) ? seconds : null;
    }

    /** False for NaN, too. */
    static boolean sane(double seconds) {
        return seconds >= 0 && seconds <= Duration.ofHours(24).toSeconds();
    }

    /** Seconds of a text such as {@code 1h2m3.5s}; NaN if it is none. */
    static double duration(String text) {
        var parts = PART.matcher(text);
        double sum = text.isEmpty() ? Double.NaN : 0;
        while (parts.find()) {
            double number = Double.parseDouble(parts.group(1));
            sum += switch (parts.group(2)) {
                case "ms" -> number / 1e3;
                case "m" -> number * 60;
                case "h" -> number * 3_600;
                case "d" -> number * 86_400;
                default -> number;
            };
        }
        return sum;
    }

    /** An HTTP date or an RFC 3339 time; null if neither. */
    static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException notHttp) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException neither) {
                return null;
            }
        }
    }

    private double epoch() {
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    private static Double bounded(double seconds) {
        if (!(seconds <= MAX_SECONDS)) {
            return null;
        }
        return Math.max(0, seconds);
    }
}
