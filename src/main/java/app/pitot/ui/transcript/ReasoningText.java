package app.pitot.ui.transcript;

import app.pitot.markdown.Visible;
import java.util.ArrayList;
import java.util.List;

/** Reasoning as it streams, in rows small enough to lay out each frame. */
final class ReasoningText {
    private static final int ROW = 2_000;

    private final ReplyRows message;
    private final List<ReasoningTextRow> rows = new ArrayList<>();
    private final StringBuilder last = new StringBuilder();
    private final StringBuilder source = new StringBuilder();
    private final Visible visible = new Visible();

    ReasoningText(ReplyRows message) {
        this.message = message;
    }

    /** Rows so far; the last one may still change. */
    List<ReasoningTextRow> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void append(CharSequence arrived) {
        source.append(arrived);
        var more = visible.shown(arrived);
        int from = 0;
        while (from < more.length()) {
            if (rows.isEmpty() || full(more.charAt(from))) {
                rows.add(new ReasoningTextRow(message));
                last.setLength(0);
            }
            int to = from;
            do {
                last.append(more.charAt(to++));
            } while (to < more.length() && !full(more.charAt(to)));
            rows.getLast().text().set(last.toString());
            from = to;
        }
    }

    /** As received. */
    String text() {
        return source.toString();
    }

    /** Cuts behind a line end where there is one, else at a space, else anywhere but inside a surrogate pair. */
    private boolean full(char next) {
        if (last.length() < ROW) {
            return false;
        }
        char end = last.charAt(last.length() - 1);
        return end == '\n' || last.length() >= 2 * ROW && end == ' '
                || last.length() >= 3 * ROW && !Character.isLowSurrogate(next);
    }
}
