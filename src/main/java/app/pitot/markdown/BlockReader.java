package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Turns one parsed piece of text into blocks. Nesting is bounded by {@link Dialect}. */
final class BlockReader {
    private static final String[] BULLETS = {"•", "◦", "▪"};

    private final List<Block> blocks = new ArrayList<>();
    private int number;

    private BlockReader(int number) {
        this.number = number;
    }

    /** @param number that the first ordered item gets instead of its own, or {@link Segmenter#NO_NUMBER} */
    static List<Block> read(Node document, int number) {
        var reader = new BlockReader(number);
        reader.children(document, Place.TOP);
        return reader.blocks;
    }

    private void children(Node parent, Place place) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, place);
        }
    }

    private void block(Node node, Place place) {
        switch (node) {
            case Paragraph paragraph -> rows(InlineReader.read(paragraph), place);
            case Heading heading -> {
                var rows = Runs.rows(InlineReader.read(heading));
                blocks.add(new Block.Heading(place, heading.getLevel(), rows.getFirst()));
                rest(rows, place);
            }
            case ListBlock list -> list(list, place);
            case BlockQuote quote -> children(quote, place.inQuote());
            case FencedCodeBlock code ->
                blocks.addAll(CodePieces.of(place, code.getInfo(), code.getLiteral()));
            case IndentedCodeBlock code -> blocks.addAll(CodePieces.of(place, "", code.getLiteral()));
            case ThematicBreak rule -> blocks.add(new Block.Rule(place));
            case TableBlock table -> blocks.addAll(TableReader.read(table, place));
            case LinkReferenceDefinition definition ->
                blocks.add(new Block.Paragraph(place, List.of(Inline.plain("[" + definition.getLabel() + "]: "),
                        new Inline(definition.getDestination(), 0, definition.getDestination()))));
            default -> children(node, place);
        }
    }

    private void list(ListBlock list, Place place) {
        var inner = place.inItem();
        int next = 0;
        if (list instanceof OrderedList ordered) {
            var start = ordered.getMarkerStartNumber();
            next = number != Segmenter.NO_NUMBER ? number : start == null ? 1 : start;
            number = Segmenter.NO_NUMBER;
        }
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker = list instanceof OrderedList
                    ? next++ + "."
                    : BULLETS[Math.min(inner.list(), BULLETS.length) - 1];
            item(item, marker, inner);
        }
    }

    private void item(Node item, String marker, Place place) {
        var first = item.getFirstChild();
        var text = first instanceof Paragraph ? InlineReader.read(first) : List.<Inline>of();
        var check = TaskBox.of(text);
        var rows = Runs.rows(check == Block.Check.NONE ? text : TaskBox.without(text));
        blocks.add(new Block.ListItem(place, marker, check, rows.getFirst()));
        rest(rows, place);
        for (var node = first instanceof Paragraph ? first.getNext() : first; node != null; node = node.getNext()) {
            block(node, place);
        }
    }

    private void rows(List<Inline> text, Place place) {
        var rows = Runs.rows(text);
        blocks.add(new Block.Paragraph(place, rows.getFirst()));
        rest(rows, place);
    }

    private void rest(List<List<Inline>> rows, Place place) {
        rows.stream().skip(1).forEach(row -> blocks.add(new Block.Paragraph(place, row, true)));
    }
}
