package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes blocks as Markdown that reads the same; where the source is at hand, that is better. */
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+-]|\\d{1,9}[.)]|=+$)");

    private MarkdownText() {}

    static String of(List<Block> blocks) {
        var all = new StringBuilder();
        Block before = null;
        for (var block : blocks) {
            if (before != null) {
                all.append(gap(before, block));
            }
            boolean opens = before == null || !inside(block);
            all.append(of(block, opens));
            before = block;
        }
        if (before instanceof Block.Code code && !code.part().ends()) {
            all.append("\n").append(indent(code)).append(fence(code));
        }
        return all.toString();
    }

    private static boolean inside(Block block) {
        return block instanceof Block.Code code && !code.part().begins()
                || block instanceof Block.Table table && table.continued();
    }

    private static String gap(Block before, Block block) {
        if (inside(block) && block instanceof Block.Code && before instanceof Block.Code || goesOn(block)) {
            return "";
        }
        var end = before instanceof Block.Code code && !code.part().ends() ? "\n" + indent(code) + fence(code) : "";
        boolean rows = inside(block) && before instanceof Block.Table;
        boolean items = before instanceof Block.ListItem && block instanceof Block.ListItem;
        return end + (items || rows ? "\n" : "\n\n");
    }

    private static boolean goesOn(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.continued();
    }

    private static String of(Block block, boolean opens) {
        return switch (block) {
            case Block.Heading heading -> lines(block, "#".repeat(heading.level()) + " " + text(heading.text()));
            case Block.Paragraph paragraph when paragraph.continued() -> text(paragraph.text());
            case Block.Paragraph paragraph -> lines(block, start(text(paragraph.text())));
            case Block.ListItem item -> item(item);
            case Block.Code code -> code(code, opens);
            case Block.Rule rule -> lines(block, "---");
            case Block.PlainText plain -> lines(block, plain.text());
            case Block.Table table -> lines(block, table(table, opens));
        };
    }

    private static String item(Block.ListItem item) {
        var bullet = item.marker().matches("\\d+[.)]") ? item.marker() : "-";
        var check = switch (item.check()) {
            case NONE -> "";
            case OPEN -> "[ ] ";
            case DONE -> "[x] ";
        };
        var text = start(text(item.text())).replace("\n", "\n    ");
        return "> ".repeat(item.place().quote()) + "    ".repeat(Math.max(0, item.place().list() - 1)) + bullet + " "
                + check + text;
    }

    private static String code(Block.Code code, boolean opens) {
        var text = code.text().endsWith("\n") || !code.part().ends() ? code.text() : code.text() + "\n";
        var body = text + (code.part().ends() ? fence(code) : "");
        return lines(code, opens ? fence(code) + code.language() + "\n" + body : body);
    }

    /** Longer than any run of backticks in the code. */
    private static String fence(Block.Code code) {
        var fence = new StringBuilder("```");
        while (code.text().contains(fence)) {
            fence.append('`');
        }
        return fence.toString();
    }

    /** Rows without a header are no table: where the piece with the header is not at hand, there is an empty one. */
    private static String table(Block.Table table, boolean opens) {
        var rows = table.rows().stream().map(MarkdownText::row).collect(Collectors.joining("\n"));
        if (!opens) {
            return rows;
        }
        var rule = table.columns().stream().map(align -> switch (align) {
            case LEFT -> "---";
            case CENTER -> ":-:";
            case RIGHT -> "--:";
        }).collect(Collectors.joining(" | ", "| ", " |"));
        var header = table.continued() ? "|  ".repeat(table.columns().size()) + "|" : row(table.header());
        return header + "\n" + rule + (rows.isEmpty() ? "" : "\n" + rows);
    }

    private static String row(List<List<Inline>> cells) {
        return cells.stream().map(MarkdownText::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String text(List<Inline> runs) {
        return runs.stream().map(MarkdownText::text).collect(Collectors.joining());
    }

    private static String text(Inline run) {
        if (run.text().isBlank()) {
            return run.text();
        }
        var trimmed = run.text().strip();
        int at = run.text().indexOf(trimmed);
        var inner = run.is(Inline.CODE) ? quoted(trimmed) : SPECIAL.matcher(trimmed).replaceAll("\\\\$0");
        var mark = (run.is(Inline.STRIKE) ? "~~" : "") + (run.is(Inline.BOLD) ? "**" : "")
                + (run.is(Inline.ITALIC) ? "*" : "");
        var styled = mark + inner + new StringBuilder(mark).reverse();
        var whole = run.target() == null ? styled : "[" + styled + "](<" + run.target() + ">)";
        return run.text().substring(0, at) + whole + run.text().substring(at + trimmed.length());
    }

    private static String quoted(String code) {
        var tick = new StringBuilder("`");
        while (code.contains(tick)) {
            tick.append('`');
        }
        boolean edge = code.startsWith("`") || code.endsWith("`");
        return tick + (edge ? " " + code + " " : code) + tick;
    }

    /** What would begin a heading or a list at the start of a line is escaped. */
    private static String start(String text) {
        return LINE_START.matcher(text).replaceAll(found -> {
            var mark = found.group(2);
            var escaped = Character.isDigit(mark.charAt(0))
                    ? mark.substring(0, mark.length() - 1) + "\\" + mark.charAt(mark.length() - 1)
                    : "\\" + mark;
            return java.util.regex.Matcher.quoteReplacement(found.group(1) + escaped);
        });
    }

    private static String lines(Block block, String text) {
        var indent = indent(block);
        return indent.isEmpty() ? text : indent + text.replace("\n", "\n" + indent);
    }

    private static String indent(Block block) {
        return "> ".repeat(block.place().quote()) + "    ".repeat(block.place().list());
    }
}
