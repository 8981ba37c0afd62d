package app.pitot.transfer;

import app.pitot.api.Harmless;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** A table in Markdown that what others wrote cannot leave. */
public final class MarkdownTable {
    /** Marks nothing there, and model ids are full of them. */
    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=[\\p{L}\\d])\\\\([-_])(?=[\\p{L}\\d])");
    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 1_000;

    private MarkdownTable() {}

    /** Words of others: on one line, without markup, no longer than 200 characters. */
    public static String words(String raw) {
        return plain(raw, LONGEST);
    }

    /** The same with room for a sentence or two around them. */
    public static String sentence(String raw) {
        return plain(raw, LONGEST_SENTENCE);
    }

    private static String plain(String raw, int most) {
        return WITHIN_A_WORD.matcher(Contained.words(Harmless.line(raw, most))).replaceAll("$1");
    }

    /** Cells stand as they are. @param left so many columns hold words; the rest are numbers */
    public static String of(List<String> titles, int left, List<List<String>> rows) {
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
}
