package app.pitot.compare.report;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.compare.Analysis.LaneSummary;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.transfer.Contained;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tables and figures in Markdown. Null is unknown and becomes an en dash. */
final class Cells {
    static final String UNKNOWN = "–";
    /** Marks nothing there, and model ids are full of them. */
    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=[\\p{L}\\d])\\\\([-_])(?=[\\p{L}\\d])");
    private static final int LONGEST = 200;
    private static final double LARGE = 100;

    private Cells() {}

    /** Words of others: on one line, without markup. */
    static String words(String raw) {
        return WITHIN_A_WORD.matcher(Contained.words(Harmless.line(raw, LONGEST))).replaceAll("$1");
    }

    /** @param left so many columns hold words; the rest are numbers */
    static String table(List<String> titles, int left, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(line(titles));
        var marks = new ArrayList<>(Collections.nCopies(left, "---"));
        marks.addAll(Collections.nCopies(titles.size() - left, "---:"));
        lines.add(line(marks));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
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
