package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a selection is as text. */
final class SelectedText {
    private final List<Row> rows;
    private final SelectionModel.Range range;
    private final int first;
    private final int last;

    SelectedText(List<Row> rows, SelectionModel.Range range) {
        this.rows = rows;
        this.range = range;
        this.first = rows.indexOf(range.from().row());
        this.last = rows.indexOf(range.to().row());
    }

    /** As it reads: list markers, tabs between table cells, code as it is, an empty line between blocks. */
    String plain() {
        var text = new StringBuilder();
        Row before = null;
        for (int i = first; i <= last; i++) {
            var part = part(i);
            if (part.isEmpty()) {
                continue;
            }
            if (before != null) {
                text.append(between(before, rows.get(i)));
            }
            text.append(part);
            before = rows.get(i);
        }
        return text.toString();
    }

    /**
     * Messages that are selected whole as they were received; of others the blocks that are touched, written anew as
     * Markdown that reads the same.
     */
    String markdown() {
        var all = new StringJoiner("\n\n");
        int end;
        for (int start = first; start <= last; start = end) {
            end = start + 1;
            while (end <= last && rows.get(end).message() == rows.get(start).message()) {
                end++;
            }
            var text = whole(start, end) ? rows.get(start).message().markdown().strip() : partly(start, end);
            if (!text.isEmpty()) {
                all.add(text);
            }
        }
        return all.toString();
    }

    private String partly(int start, int end) {
        var blocks = new ArrayList<Block>();
        var words = new StringJoiner("\n\n");
        for (int i = start; i < end; i++) {
            if (part(i).isEmpty()) {
                continue;
            }
            if (rows.get(i) instanceof BlockRow block) {
                blocks.add(block.block().get());
            } else {
                words.add(part(i));
            }
        }
        if (!blocks.isEmpty()) {
            words.add(MarkdownText.of(blocks));
        }
        return words.toString();
    }

    /** True if these rows hold all of their message's text; its reasoning is no part of what was received as Markdown. */
    private boolean whole(int start, int end) {
        var message = rows.get(start).message();
        int from = start;
        while (from > 0 && rows.get(from - 1).message() == message) {
            from--;
        }
        boolean some = false;
        for (int i = from; i < rows.size() && rows.get(i).message() == message; i++) {
            int length = rows.get(i) instanceof ReasoningTextRow ? 0 : RowText.of(rows.get(i)).length();
            if (length > 0 && (i < start || i >= end || from(i) > 0 || to(i) < length)) {
                return false;
            }
            some |= length > 0;
        }
        return some;
    }

    private String part(int index) {
        var row = rows.get(index);
        var text = RowText.of(row);
        int from = Math.min(text.length(), from(index));
        int to = Math.min(text.length(), to(index));
        if (from >= to) {
            return "";
        }
        var part = text.substring(from, to);
        boolean marked = from == 0 && (first != last || to == text.length());
        return marked && row instanceof BlockRow block && block.block().get() instanceof Block.ListItem item
                ? PlainText.marker(item) + part
                : part;
    }

    private int from(int index) {
        return index == first ? range.from().offset() : 0;
    }

    private int to(int index) {
        return index == last ? range.to().offset() : Integer.MAX_VALUE;
    }

    private static String between(Row before, Row row) {
        if (before.message() == row.message()) {
            if (before instanceof BlockRow one && row instanceof BlockRow other) {
                return PlainText.between(one.block().get(), other.block().get());
            }
            if (before instanceof ReasoningTextRow && row instanceof ReasoningTextRow) {
                return "\n";
            }
        }
        return "\n\n";
    }
}
