package app.pitot.ui.transcript;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.fxmisc.flowless.Cell;

/** A row in sight. It is thrown away when it leaves the sight; until then it follows its row's changes. */
abstract class RowCell implements Cell<Row, Node> {
    /** Space between messages, in pixels. */
    static final double BETWEEN_MESSAGES = 20;
    static final double BETWEEN_BLOCKS = 12;

    private final ColumnPane pane = new ColumnPane();
    private final Row row;
    private Marks marks = none -> List.of();

    RowCell(Row row) {
        this.row = row;
        var message = row.message();
        if (message != null) {
            pane.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> message.hovered().set(true));
            pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> message.hovered().set(false));
        }
    }

    @Override
    public final ColumnPane getNode() {
        return pane;
    }

    final Row row() {
        return row;
    }

    /** Its text for selecting and marking; null if it has none at present. */
    Selectable selectable() {
        return null;
    }

    final void marks(Marks from) {
        marks = from;
        mark();
    }

    /** Paints what stands out in the row now. */
    final void mark() {
        var now = marks.of(row);
        if (!now.isEmpty() || pane.marked()) {
            pane.marks(this::selectable).show(now);
        }
    }

    /** The place in the text that is nearest to a point of the node. */
    final Spot spot(Point2D point) {
        var text = selectable();
        if (text == null) {
            return new Spot(row, 0);
        }
        var there = text.node().sceneToLocal(pane.localToScene(point));
        return new Spot(row, text.hit(there.getX(), there.getY()));
    }
}
