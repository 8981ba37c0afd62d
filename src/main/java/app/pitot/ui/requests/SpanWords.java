package app.pitot.ui.requests;

import app.pitot.base.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A stretch of time that came from elsewhere, in few words. */
final class SpanWords {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.US);

    private SpanWords() {}

    /** Either end may be null. */
    static String of(Instant from, Instant until, ZoneId zone) {
        if (from == null) {
            return until == null ? Span.ANY.words() : Texts.get("requests.span.until", AT.format(until.atZone(zone)));
        }
        return until == null
                ? Texts.get("requests.span.from", AT.format(from.atZone(zone)))
                : Texts.get("requests.span.between", AT.format(from.atZone(zone)), AT.format(until.atZone(zone)));
    }
}
