package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.UserTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What slots are called. */
final class SlotWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.US);
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

    private SlotWords() {}

    /** "Tue 14 Apr", "Tue 14 Apr, 14:00 to 15:00", "Tue 14 Apr to Mon 20 Apr". */
    static String name(Bins bins, int slot) {
        boolean years = bins.day(0).getYear() != bins.day(bins.size() - 1).getYear();
        var form = years ? DAY_OF_YEAR : DAY;
        var bin = bins.get(slot);
        var first = form.format(bins.day(slot));
        if (bins.days() == 0) {
            return Texts.get("usage.slot.hour", first, UserTime.of(bin.from(), bins.zone()),
                    UserTime.of(bin.until(), bins.zone()));
        }
        var last = bin.until().minusNanos(1).atZone(bins.zone()).toLocalDate();
        return last.equals(bins.day(slot)) ? first : Texts.get("usage.slot.days", first, form.format(last));
    }

    /** "14:00", "14 Apr", "Apr 2026", as the axis has it. */
    static String tick(Bins bins, int slot) {
        if (bins.days() == 0) {
            var at = bins.get(slot).from().atZone(bins.zone());
            return at.getHour() == 0 && slot > 0 ? SHORT.format(at) : UserTime.of(bins.get(slot).from(), bins.zone());
        }
        return bins.day(0).plusYears(2).isBefore(bins.day(bins.size() - 1))
                ? SHORT_YEAR.format(bins.day(slot))
                : SHORT.format(bins.day(slot));
    }

    /** How many slots lie between two ticks of at least {@code room} width: steps that can be counted along. */
    static int every(Bins bins, double pitch, double room) {
        int least = (int) Math.ceil(room / pitch);
        for (int each : bins.days() == 0 ? new int[]{1, 2, 3, 4, 6, 12, 24} : new int[]{1, 2, 7, 14, 28, 56, 91}) {
            if (each >= least) {
                return each;
            }
        }
        return least;
    }
}
