package app.pitot.ui.usage;

import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageReport;
import java.util.List;

/** Something that happened at a time and changes how figures are read. */
record Mark(int bin, String words) {
    /** Prices that changed, where the axis has their time. */
    static List<Mark> of(UsageReport report, Bins bins, Names names) {
        return report.notes().stream().filter(UsageNote.PriceChanged.class::isInstance)
                .map(UsageNote.PriceChanged.class::cast)
                .map(each -> new Mark(bins.at(each.at()), NoteWords.words(each, names, bins.zone())))
                .filter(each -> each.bin() >= 0).toList();
    }
}
