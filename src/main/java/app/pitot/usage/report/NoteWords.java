package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must be known to read figures, in sentences. */
public final class NoteWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private NoteWords() {}

    /** Of all figures: what is estimated, unknown or has no price, then the notes of the ledger. Words of others are as they are. */
    public static List<String> of(UsageReport report) {
        var said = new ArrayList<>(of(report.total()));
        report.notes().forEach(each -> said.add(of(each, report.query().zone())));
        return said;
    }

    static List<String> of(Totals total) {
        var said = new ArrayList<String>();
        if (total.taken() > 0 && total.priced() < total.taken()) {
            said.add(Texts.get("usage.report.coverage", Figures.share(total.coverage()),
                    total.taken() - total.priced()));
        }
        if (total.costMicros() > total.reportedMicros()) {
            said.add(Texts.get("usage.report.listed"));
        }
        if (total.estimated() > 0) {
            said.add(Texts.get("usage.report.estimated", total.estimated()));
        }
        if (total.unknown() > 0) {
            said.add(Texts.get("usage.report.unknown", total.unknown()));
        }
        return said;
    }

    /** @param zone in which times are told */
    public static String of(UsageNote note, ZoneId zone) {
        return switch (note) {
            case UsageNote.Open open -> Texts.get("usage.report.note.open", open.requests());
            case UsageNote.Damaged damaged -> Texts.get("usage.report.note.damaged", damaged.rows());
            case UsageNote.ClockJumps jumps -> Texts.get("usage.report.note.jumps", jumps.requests());
            case UsageNote.UtcDays days -> Texts.get("usage.report.note.utc", time(DAY, days.before(), zone));
            case UsageNote.PriceChanged price -> Texts.get("usage.report.note.price", price.provider(), price.model(),
                    time(AT, price.at(), zone), usd(price.input()), usd(price.output()));
        };
    }

    private static String time(DateTimeFormatter format, Instant at, ZoneId zone) {
        return format.format(at.atZone(zone));
    }

    private static String usd(BigDecimal price) {
        return price == null ? Figures.UNKNOWN : "$" + price.stripTrailingZeros().toPlainString();
    }
}
