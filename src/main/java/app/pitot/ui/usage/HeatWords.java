package app.pitot.ui.usage;

import app.pitot.base.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** What the hours of the week are called. Days count from 0 for Monday. */
final class HeatWords {
    private HeatWords() {}

    /** "Monday, 14:00 to 15:00". */
    static String name(int day, int hour) {
        return Texts.get("usage.heat.name", day(day), String.format(Locale.ROOT, "%02d", hour),
                String.format(Locale.ROOT, "%02d", hour + 1));
    }

    static String day(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.US);
    }

    static String brief(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, Locale.US);
    }
}
