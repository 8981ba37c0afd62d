package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.usage.Span;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Two days as they were typed.
 *
 * @param span null if they cannot be read or are in the wrong order
 * @param problem what is wrong, in words; empty if nothing is
 * @param first true if that concerns the first of them
 */
record OwnDays(Span span, String problem, boolean first) {
    /** @param today after which nothing can have happened */
    static OwnDays of(String from, String to, LocalDate today) {
        var first = day(from);
        var last = day(to);
        if (first == null || last == null) {
            return new OwnDays(null, Texts.get("usage.own.unreadable"), first == null);
        }
        if (last.isBefore(first)) {
            return new OwnDays(null, Texts.get("usage.own.order"), false);
        }
        return first.isAfter(today)
                ? new OwnDays(null, Texts.get("usage.own.future"), true)
                : new OwnDays(Span.own(first, last), "", false);
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text.strip());
            // Years beyond those that clocks know would not be times any more.
            return day.getYear() < 1970 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
