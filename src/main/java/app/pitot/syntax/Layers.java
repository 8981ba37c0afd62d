package app.pitot.syntax;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A code in a few texts that lie upon each other, one for each kind: every text holds the parts of its kind at their places
 * and blanks elsewhere. In a monospaced font they meet without a seam, at the cost of a handful of text nodes instead of
 * hundreds. What stands in its line behind characters of another width comes apart, with its offset.
 *
 * @param length of the code
 * @param plain the parts without a kind
 * @param coloured the texts of the kinds that occur
 * @param apart to be drawn at the place that the character at their offset has
 */
public record Layers(int length, String plain, Map<Kind, String> coloured, List<Bit> apart) {
    private static final int MOST_APART = 200;

    /** A part of a line; its kind is null if it has none. */
    public record Bit(int from, String text, Kind kind) {}

    /** Lays {@code code} out; takes time in proportion to its length. */
    public static Layers of(String code, List<Run> runs) {
        return new Builder(code, runs).build();
    }

    private static final class Sheet {
        private final StringBuilder text = new StringBuilder();
        private int lines;
        private int column;
    }

    private static final class Builder {
        private final String code;
        private final List<Run> runs;
        private final Sheet plain = new Sheet();
        private final Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);
        private final List<Bit> apart = new ArrayList<>();
        private int line;
        private int start;
        private int next;
        private boolean wide;

        Builder(String code, List<Run> runs) {
            this.code = code;
            this.runs = runs;
        }

        Layers build() {
            while (start < code.length()) {
                int feed = code.indexOf('\n', start);
                int end = feed < 0 ? code.length() : feed;
                line(end);
                start = end + 1;
                line++;
            }
            var coloured = new EnumMap<Kind, String>(Kind.class);
            sheets.forEach((kind, sheet) -> coloured.put(kind, sheet.text.toString()));
            return new Layers(code.length(), plain.text.toString(), coloured, List.copyOf(apart));
        }

        private void line(int end) {
            wide = false;
            if (shaped(end)) {
                part(start, end, null);
                while (next < runs.size() && runs.get(next).to() <= end) {
                    next++;
                }
                return;
            }
            int at = start;
            while (at < end) {
                while (next < runs.size() && runs.get(next).to() <= at) {
                    next++;
                }
                var run = next < runs.size() && runs.get(next).from() < end ? runs.get(next) : null;
                int from = run == null ? end : Math.max(at, run.from());
                part(at, from, null);
                if (run != null) {
                    part(from, Math.min(end, run.to()), run.kind());
                }
                at = run == null ? end : Math.min(end, run.to());
            }
        }

        private void part(int from, int to, Kind kind) {
            if (from >= to || code.substring(from, to).isBlank()) {
                return;
            }
            if (wide) {
                if (apart.size() < MOST_APART) {
                    apart.add(new Bit(from, code.substring(from, to), kind));
                } else {
                    join(from, to);
                }
                return;
            }
            var sheet = kind == null ? plain : sheets.computeIfAbsent(kind, k -> new Sheet());
            if (sheet.lines < line) {
                sheet.text.repeat('\n', line - sheet.lines);
                sheet.lines = line;
                sheet.column = 0;
            }
            for (int i = start + sheet.column; i < from; i++) {
                sheet.text.append(code.charAt(i) == '\t' ? '\t' : ' ');
            }
            sheet.text.append(code, from, to);
            sheet.column = to - start;
            for (int i = from; i < to && !wide; i++) {
                wide = !narrow(code.charAt(i));
            }
        }

        /** Too many parts to draw: what is left of the line becomes one with the last of them. */
        private void join(int from, int to) {
            var last = apart.getLast();
            boolean follows = last.from() >= start;
            int begin = follows ? last.from() : from;
            if (follows) {
                apart.removeLast();
            }
            apart.add(new Bit(begin, code.substring(begin, to), follows ? last.kind() : null));
        }

        /** True if the line is drawn in another order than it is written, or several characters as one. */
        private boolean shaped(int end) {
            for (int i = start; i < end; i++) {
                char c = code.charAt(i);
                if (c >= 0x590 && c <= 0x109f || c == '\u200d' || c == '\ufe0f' || c >= 0xd802 && c <= 0xd83b
                        || c >= 0xfb1d && c <= 0xfeff) {
                    return true;
                }
            }
            return false;
        }

        /** True for what the code's font draws itself, as wide as a blank. */
        private static boolean narrow(char c) {
            return c < 0x250 && c != 0xad || c >= 0x391 && c <= 0x3c9 || c >= 0x400 && c < 0x460
                    || c >= 0x2500 && c < 0x2580 || c == '\u2013' || c == '\u2014' || c == '\u2018' || c == '\u2019'
                    || c == '\u201c' || c == '\u201d' || c == '\u2026';
        }
    }
}
