package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageReport;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What must be known to read the figures, in plain words. */
final class NoteWords {
    private NoteWords() {}

    static List<String> of(UsageReport report, Names names) {
        var words = new ArrayList<String>();
        for (var note : report.notes()) {
            words.add(words(note, names, report.query().zone()));
        }
        return words;
    }

    static String words(UsageNote note, Names names, ZoneId zone) {
        return switch (note) {
            case UsageNote.Open open -> Texts.get("usage.note.open", open.requests());
            case UsageNote.Damaged damaged -> Texts.get("usage.note.damaged", damaged.rows());
            case UsageNote.ClockJumps jumps -> Texts.get("usage.note.clock", jumps.requests());
            case UsageNote.UtcDays days -> Texts.get("usage.note.utc", Format.day(days.before(), zone));
            case UsageNote.PriceChanged change -> Texts.get("usage.note.price", names.provider(change.provider()),
                    change.model(), Format.day(change.at(), zone), price(change.input()), price(change.output()));
        };
    }

    private static String price(BigDecimal usd) {
        return Format.cost(usd);
    }
}
