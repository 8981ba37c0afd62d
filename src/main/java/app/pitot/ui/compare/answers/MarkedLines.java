package app.pitot.ui.compare.answers;

import app.pitot.compare.difference.Difference;
import app.pitot.ui.transcript.MarkedLine;
import app.pitot.ui.transcript.MarkedLine.Mark;
import app.pitot.ui.transcript.MarkedLine.Part;
import java.util.ArrayList;
import java.util.List;

/** A difference line by line. */
final class MarkedLines {
    /** Longest line, in characters: more takes a layout too long. */
    static final int LONGEST = 2_000;
    /** Stands for a line break that is marked, which nobody would see. */
    static final String BREAK = "¶";
    /** Between what goes and what comes in its place: no part of either. */
    static final String APART = "\u2009";

    private final List<MarkedLine> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int length;

    private MarkedLines() {}

    static List<MarkedLine> of(Difference difference) {
        var lines = new MarkedLines();
        difference.pieces().forEach(piece -> lines.add(piece.text(), switch (piece.kind()) {
            case SAME -> Mark.NONE;
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
        }));
        lines.end();
        return lines.lines;
    }

    /** Without marks. */
    static List<MarkedLine> plain(String text) {
        var lines = new MarkedLines();
        lines.add(text, Mark.NONE);
        lines.end();
        return lines.lines;
    }

    private void add(String text, Mark mark) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean feed = text.charAt(i) == '\n';
            boolean full = length + i - from >= LONGEST && !Character.isLowSurrogate(text.charAt(i));
            if (feed || full) {
                part(text.substring(from, i), mark);
                if (feed && mark != Mark.NONE) {
                    part(BREAK, mark);
                }
                end();
                from = feed ? i + 1 : i;
            }
        }
        part(text.substring(from), mark);
    }

    private void part(String text, Mark mark) {
        if (!text.isEmpty()) {
            if (mark == Mark.ADDED && !parts.isEmpty() && parts.getLast().mark() == Mark.REMOVED) {
                parts.add(new Part(APART, Mark.NONE));
            }
            parts.add(new Part(text, mark));
            length += text.length();
        }
    }

    private void end() {
        lines.add(new MarkedLine(parts));
        parts.clear();
        length = 0;
    }
}
