package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.usage.RequestFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Stretches of time to choose from, up to now. */
enum Span {
    ANY, HOUR, TODAY, WEEK, MONTH,
    /** Given from elsewhere, such as a bar of a chart. */
    OTHER;

    /** When it begins; null for {@link #ANY} and {@link #OTHER}. */
    Instant from(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return switch (this) {
            case ANY, OTHER -> null;
            case HOUR -> now.minusSeconds(3_600);
            case TODAY -> today.atStartOfDay(zone).toInstant();
            case WEEK -> today.minusDays(6).atStartOfDay(zone).toInstant();
            case MONTH -> today.minusDays(29).atStartOfDay(zone).toInstant();
        };
    }

    static Span of(RequestFilter filter) {
        return filter.from() == null && filter.until() == null ? ANY : OTHER;
    }

    String words() {
        return Texts.get("requests.span." + name().toLowerCase(Locale.ROOT));
    }
}
