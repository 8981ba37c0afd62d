package app.pitot.ui.transcript;

import java.text.BreakIterator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualFlow;

/** Selects with the keyboard: Shift and the arrow keys, Home, End and the page keys. */
final class SelectionKeys {
    private static final double LINE = 20;

    private final VirtualFlow<Row, RowCell> flow;
    private final List<Row> rows;
    private final SelectionModel selection;
    private final SelectionMouse mouse;

    SelectionKeys(VirtualFlow<Row, RowCell> flow, List<Row> rows, SelectionModel selection, SelectionMouse mouse) {
        this.flow = flow;
        this.rows = rows;
        this.selection = selection;
        this.mouse = mouse;
    }

    /** Moves the end of the selection as a key with Shift asks; false if the key is none of these. */
    boolean extend(KeyEvent event) {
        if (rows.isEmpty()) {
            return false;
        }
        if (selection.range() == null) {
            selection.begin(new Spot(rows.get(Math.max(0, flow.getFirstVisibleIndex())), 0),
                    SelectionModel.Unit.CHARACTER);
        }
        var from = selection.moving();
        boolean far = event.isShortcutDown();
        var to = switch (event.getCode()) {
            case LEFT -> along(from, -1, far);
            case RIGHT -> along(from, 1, far);
            case UP -> vertical(from, -LINE);
            case DOWN -> vertical(from, LINE);
            case PAGE_UP -> vertical(from, -0.9 * flow.getHeight());
            case PAGE_DOWN -> vertical(from, 0.9 * flow.getHeight());
            case HOME -> far ? new Spot(rows.getFirst(), 0) : new Spot(from.row(), 0);
            case END -> far ? end(rows.getLast()) : end(from.row());
            default -> null;
        };
        if (to == null) {
            return false;
        }
        selection.extendTo(to);
        see(to);
        return true;
    }

    private Spot along(Spot from, int step, boolean words) {
        var text = RowText.of(from.row());
        int offset = Math.min(from.offset(), text.length());
        var steps = words ? BreakIterator.getWordInstance() : BreakIterator.getCharacterInstance();
        steps.setText(text);
        int next = step < 0
                ? offset == 0 ? BreakIterator.DONE : steps.preceding(offset)
                : offset == text.length() ? BreakIterator.DONE : steps.following(offset);
        if (next != BreakIterator.DONE) {
            return new Spot(from.row(), next);
        }
        for (int i = rows.indexOf(from.row()) + step; i >= 0 && i < rows.size(); i += step) {
            if (!RowText.of(rows.get(i)).isEmpty()) {
                return step < 0 ? end(rows.get(i)) : new Spot(rows.get(i), 0);
            }
        }
        return from;
    }

    /** To the line that is so many pixels away; a row out of sight is brought into it first. */
    private Spot vertical(Spot from, double by) {
        see(from);
        var cell = flow.getCellIfVisible(rows.indexOf(from.row())).orElse(null);
        if (cell == null || cell.selectable() == null) {
            return along(from, by < 0 ? -1 : 1, false);
        }
        var text = cell.selectable();
        var caret = text.caret(from.offset());
        double edge = by < 0 ? caret.getMinY() : caret.getMaxY();
        var there = flow.sceneToLocal(text.node().localToScene(caret.getMinX(), edge + by / 2));
        var at = spot(there, by);
        // Between two rows there is room that belongs to neither line.
        for (double more = by / 4; at != null && at.equals(from) && Math.abs(more) < flow.getHeight(); more += by / 4) {
            at = spot(there.add(0, more), by);
        }
        return at == null ? from : at;
    }

    private Spot spot(Point2D there, double by) {
        double beyond = there.getY() < 0 ? there.getY() : Math.max(0, there.getY() - flow.getHeight());
        if (beyond != 0) {
            flow.scrollYBy(beyond + Math.copySign(LINE, by));
            flow.layout();
        }
        return mouse.spot(there.subtract(0, beyond == 0 ? 0 : beyond + Math.copySign(LINE, by)));
    }

    private void see(Spot spot) {
        int at = rows.indexOf(spot.row());
        if (at >= 0 && flow.getCellIfVisible(at).isEmpty()) {
            flow.show(at);
            flow.layout();
        }
    }

    private static Spot end(Row row) {
        return new Spot(row, RowText.of(row).length());
    }
}
