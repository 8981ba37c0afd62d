package app.pitot.ui.history;

import app.pitot.base.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts conversations under the days of the user's own calendar. */
final class DayGroups {
    private static final int WEEK = 7;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private DayGroups() {}

    /** @param sorted by {@link Known#ORDER} */
    static List<HistoryRow> of(List<Known> sorted, LocalDate today, ZoneId zone) {
        var rows = new ArrayList<HistoryRow>(sorted.size() + 16);
        String group = null;
        for (var each : sorted) {
            var of = each.pinned() ? Texts.get("history.pinned") : group(day(each.changedAt(), zone), today);
            if (!of.equals(group)) {
                group = of;
                rows.add(new HistoryRow.Heading(of));
            }
            rows.add(each.row());
        }
        return rows;
    }

    /** "Today", "Yesterday", "12 Oct", "12 Oct 2025". */
    static String words(Instant at, LocalDate today, ZoneId zone) {
        var day = day(at, zone);
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago <= 0) {
            return Texts.get("history.today");
        }
        return ago == 1
                ? Texts.get("history.yesterday")
                : (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    private static String group(LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        // A day to come is one of a clock that went wrong; it is not worth a group.
        if (ago <= 0) {
            return Texts.get("history.today");
        }
        if (ago == 1) {
            return Texts.get("history.yesterday");
        }
        return ago < WEEK ? Texts.get("history.week") : MONTH.format(day);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
