package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import java.util.StringJoiner;

/** What a row reads as, character for character as it is shown; the offsets of selections and finds count in it. */
final class RowText {
    private RowText() {}

    /** The text of {@code row}; empty for a row that has none to select. */
    static String of(Row row) {
        return switch (row) {
            case QuestionRow question -> question.message().words();
            case ReasoningTextRow thought -> thought.text().get().stripTrailing();
            case BlockRow block -> of(block.block().get());
            case ReasoningRow r -> "";
            case StateRow s -> "";
            case ToolCallRow c -> "";
            case ToolSendRow s -> "";
            case NoticeRow n -> "";
            case MetricsRow m -> "";
            case EndRow e -> "";
        };
    }

    /** The text of {@code block} without its list marker; the cells of a table end at tabs and line ends. */
    static String of(Block block) {
        return switch (block) {
            case Block.Heading heading -> Inline.text(heading.text());
            case Block.Paragraph paragraph -> Inline.text(paragraph.text());
            case Block.ListItem item -> Inline.text(item.text());
            case Block.PlainText plain -> plain.text();
            case Block.Code code -> lines(code);
            case Block.Rule rule -> "";
            case Block.Table table -> of(table);
        };
    }

    private static String lines(Block.Code code) {
        var text = code.text();
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String of(Block.Table table) {
        var lines = new StringJoiner("\n");
        if (!table.continued()) {
            lines.add(line(table.header(), table.columns().size()));
        }
        table.rows().forEach(row -> lines.add(line(row, table.columns().size())));
        return lines.toString();
    }

    private static String line(List<List<Inline>> cells, int columns) {
        var line = new StringJoiner("\t");
        for (int column = 0; column < columns; column++) {
            line.add(column < cells.size() ? Inline.text(cells.get(column)).replace('\n', ' ') : "");
        }
        return line.toString();
    }
}
