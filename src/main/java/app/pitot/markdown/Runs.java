package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;

/** Cuts long lists of runs into rows that a text layout can still take in one frame. */
final class Runs {
    /** Longest row, in characters. */
    static final int ROW = 8_000;
    /** Most runs in a row: each is a node of its own, and thousands of links would hold up the window. */
    static final int MOST = 200;

    private Runs() {}

    /** The runs in rows of at most {@link #ROW} characters and {@link #MOST} runs, cut at a space where there is one; at least one row. */
    static List<List<Inline>> rows(List<Inline> runs) {
        long length = runs.stream().mapToLong(run -> run.text().length()).sum();
        if (length <= ROW && runs.size() <= MOST) {
            return List.of(runs);
        }
        var rows = new ArrayList<List<Inline>>();
        var row = new ArrayList<Inline>();
        int room = ROW;
        for (var run : runs) {
            var rest = run.text();
            if (row.size() == MOST) {
                rows.add(List.copyOf(row));
                row.clear();
                room = ROW;
            }
            while (rest.length() > room) {
                int cut = cut(rest, room);
                row.add(new Inline(rest.substring(0, cut), run.style(), run.target()));
                rows.add(List.copyOf(row));
                row.clear();
                rest = rest.substring(cut);
                room = ROW;
            }
            row.add(new Inline(rest, run.style(), run.target()));
            room -= rest.length();
        }
        rows.add(List.copyOf(row));
        return rows;
    }

    /** Where to cut {@code text} so that at most {@code most} characters (at least 1) come before. */
    static int cut(CharSequence text, int most) {
        int end = Math.max(1, Math.min(most, text.length()));
        for (int i = end; i > end - 200 && i > 0; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return end > 1 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
