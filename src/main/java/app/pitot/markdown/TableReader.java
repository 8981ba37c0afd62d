package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Turns a parsed table into our own. */
final class TableReader {
    /** Every cell costs a layout of its own, and nobody can read more of them side by side. */
    private static final int MAX_COLUMNS = 64;

    /** Cells in one piece: each is a node with a layout of its own, and a piece is laid out as one. */
    static final int MAX_CELLS = 400;

    private TableReader() {}

    /** One table, in pieces if it is long; or its rows as code, which scrolls and is cut into pieces, if it is too wide to lay out. */
    static List<Block> read(TableBlock table, Place place) {
        var columns = new ArrayList<Block.Align>();
        var header = new ArrayList<List<Inline>>();
        var rows = new ArrayList<List<List<Inline>>>();
        for (var section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (var row = section.getFirstChild(); row != null; row = row.getNext()) {
                if (!(row instanceof TableRow)) {
                    continue;
                }
                if (section instanceof TableHead) {
                    header.addAll(cells(row));
                    alignments(row, columns);
                } else {
                    rows.add(cells(row));
                }
            }
        }
        if (columns.size() <= MAX_COLUMNS) {
            return pieces(place, List.copyOf(columns), List.copyOf(header), rows);
        }
        var lines = new StringBuilder(line(header));
        rows.forEach(row -> lines.append(line(row)));
        return CodePieces.of(place, "", lines.toString());
    }

    private static List<Block> pieces(Place place, List<Block.Align> columns, List<List<Inline>> header,
            List<List<List<Inline>>> rows) {
        var pieces = new ArrayList<Block>();
        int most = Math.max(1, MAX_CELLS / columns.size());
        for (int from = 0; from == 0 || from < rows.size(); from += most) {
            pieces.add(new Block.Table(place, columns, from == 0 ? header : List.of(),
                    List.copyOf(rows.subList(from, Math.min(rows.size(), from + most)))));
        }
        return pieces;
    }

    private static String line(List<List<Inline>> cells) {
        return cells.stream().map(Inline::text).collect(Collectors.joining(" | ")) + "\n";
    }

    private static List<List<Inline>> cells(Node row) {
        var cells = new ArrayList<List<Inline>>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(InlineReader.read(cell));
        }
        return List.copyOf(cells);
    }

    private static void alignments(Node row, List<Block.Align> columns) {
        for (var node = row.getFirstChild(); node != null; node = node.getNext()) {
            var given = node instanceof TableCell cell ? cell.getAlignment() : null;
            columns.add(switch (given) {
                case CENTER -> Block.Align.CENTER;
                case RIGHT -> Block.Align.RIGHT;
                case null, default -> Block.Align.LEFT;
            });
        }
    }
}
