package app.pitot.compare.report;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.transfer.MarkdownTable;
import java.util.List;
import java.util.Locale;

/** Tables and figures in Markdown. Null is unknown and becomes an en dash. */
final class Cells {
    static final String UNKNOWN = "–";
    private static final double LARGE = 100;

    private Cells() {}

    /** Words of others: on one line, without markup. */
    static String words(String raw) {
        return MarkdownTable.words(raw);
    }

    /** @param left so many columns hold words; the rest are numbers */
    static String table(List<String> titles, int left, List<List<String>> rows) {
        return MarkdownTable.of(titles, left, rows);
    }

    /** With its unit: "TTFT (ms)". */
    static String title(Measure measure) {
        return Texts.get("report.measure", VerdictWords.name(measure), Texts.get(switch (measure) {
            case OUTPUT_SPEED, END_TO_END_SPEED -> "report.unit.tokens";
            case TEXT_SPEED -> "report.unit.bytes";
            case TTFT, FIRST_ANSWER, TOTAL -> "report.unit.ms";
        }));
    }

    /** "1,500 (1,420 to 1,560)". @param estimated true if tokens are */
    static String summary(Measure measure, LaneSummary lane, boolean estimated) {
        boolean tokens = measure == Measure.OUTPUT_SPEED || measure == Measure.END_TO_END_SPEED;
        var median = (estimated && tokens && lane.median() != null ? "≈ " : "") + number(lane.median());
        return lane.lowerQuartile() == null
                ? median
                : Texts.get("report.median", median, number(lane.lowerQuartile()), number(lane.upperQuartile()));
    }

    /** True if token counts of a lane are, in part at least. */
    static boolean estimated(Comparison run, int lane) {
        return run.samples().stream().anyMatch(each -> each.lane() == lane && each.counts()
                && each.speed().estimated());
    }

    static String number(Double value) {
        return value == null ? UNKNOWN : String.format(Locale.US, value < LARGE ? "%.1f" : "%,.0f", value);
    }

    static String ratio(Double value) {
        return value == null ? UNKNOWN : String.format(Locale.US, "%.2f", value);
    }
}
