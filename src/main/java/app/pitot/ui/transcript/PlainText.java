package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks as text that reads well without Markdown. */
final class PlainText {
    private PlainText() {}

    static String of(List<Block> blocks) {
        return of(blocks, Integer.MAX_VALUE);
    }

    /** No more of them than at least {@code most} characters need. */
    static String of(List<Block> blocks, int most) {
        var text = new StringBuilder();
        Block before = null;
        for (var block : blocks) {
            if (before != null) {
                text.append(gap(before, block));
            }
            text.append(of(block));
            before = block;
            if (text.length() >= most) {
                break;
            }
        }
        return text.toString().strip();
    }

    /** One block as text. */
    static String of(Block block) {
        return switch (block) {
            case Block.Heading heading -> Inline.text(heading.text());
            case Block.Paragraph paragraph ->
                (paragraph.continued() ? "" : indent(paragraph)) + Inline.text(paragraph.text());
            case Block.ListItem item -> marker(item) + Inline.text(item.text());
            case Block.Code code -> code.text();
            case Block.Rule rule -> "———";
            case Block.PlainText plain -> plain.text();
            case Block.Table table ->
                Stream.concat(table.continued() ? Stream.empty() : Stream.of(table.header()), table.rows().stream())
                        .map(PlainText::line).collect(Collectors.joining("\n"));
        };
    }

    /** What stands before the text of a list item. */
    static String marker(Block.ListItem item) {
        return "  ".repeat(Math.max(0, item.place().list() - 1)) + mark(item) + " ";
    }

    /** What separates two blocks of which neither ends with a line end of its own. */
    static String between(Block before, Block block) {
        if (block instanceof Block.Code code && !code.part().begins()) {
            return "\n";
        }
        var gap = gap(before, block);
        return before instanceof Block.Code ? "\n\n" : gap;
    }

    private static String gap(Block before, Block block) {
        if (block instanceof Block.Code code && !code.part().begins()) {
            return "";
        }
        if (block instanceof Block.Paragraph paragraph && paragraph.continued()) {
            return "";
        }
        var rows = block instanceof Block.Table table && table.continued();
        var both = before instanceof Block.ListItem && block instanceof Block.ListItem;
        var ended = before instanceof Block.Code code && code.text().endsWith("\n");
        return rows || both || ended ? "\n" : "\n\n";
    }

    private static String indent(Block block) {
        return "  ".repeat(block.place().list());
    }

    private static String mark(Block.ListItem item) {
        return switch (item.check()) {
            case NONE -> item.marker();
            case OPEN -> "☐";
            case DONE -> "☑";
        };
    }

    private static String line(List<List<Inline>> cells) {
        return cells.stream().map(Inline::text).collect(Collectors.joining("\t"));
    }
}
