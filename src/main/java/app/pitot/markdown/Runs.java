package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;

/** Cuts long lists of runs into rows that a text layout can still take in one frame. */
final class Runs {
    /** Longest row, in Latin characters. */
    static final int ROW = 8_000;
    /** Most runs in a row: each is a node of its own, and thousands of links would hold up the window. */
    static final int MOST = 200;

    /** So many times the work of another is a character that a font's own rules must shape, such as an emoji of several. */
    private static final int SHAPED = 8;

    private Runs() {}

    /** The runs in rows of at most {@link #ROW} characters' work and {@link #MOST} runs, cut at a space where there is one; at least one row. */
    static List<List<Inline>> rows(List<Inline> runs) {
        long length = runs.stream().mapToLong(run -> work(run.text())).sum();
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
            while (work(rest) > room) {
                int cut = cut(rest, within(rest, room));
                row.add(new Inline(rest.substring(0, cut), run.style(), run.target()));
                rows.add(List.copyOf(row));
                row.clear();
                rest = rest.substring(cut);
                room = ROW;
            }
            row.add(new Inline(rest, run.style(), run.target()));
            room -= work(rest);
        }
        rows.add(List.copyOf(row));
        return rows;
    }

    /** What a layout of {@code text} takes, in Latin characters. */
    static int work(CharSequence text) {
        int work = 0;
        for (int i = 0; i < text.length(); i++) {
            work += work(text.charAt(i));
        }
        return work;
    }

    /** How many characters of {@code text} take at most {@code most} of work; at least 1. */
    static int within(CharSequence text, int most) {
        int end = 0;
        for (int left = most; end < text.length(); end++) {
            left -= work(text.charAt(end));
            if (left < 0) {
                break;
            }
        }
        return Math.max(1, end);
    }

    private static int work(char c) {
        // From Hebrew to Mongolian letters join or stack; surrogates and joiners make emoji; Chinese and Korean are simple.
        boolean shaped = c >= '\u0300' && c < '\u0370' || c >= '\u0590' && c < '\u1e00' || c == '\u200d'
                || Character.isSurrogate(c) || c >= '\ufb1d' && c < '\uff00';
        return shaped ? SHAPED : 1;
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
