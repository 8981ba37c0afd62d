package app.pitot.ui.transcript;

import app.pitot.ui.common.PulseLoop;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.flowless.VirtualFlow;

/** Selects with the mouse: drag, double click for a word, triple click for a block, Shift for more. */
final class SelectionMouse {
    private static final double EDGE = 24;
    private static final double FASTEST = 48;

    private final VirtualFlow<Row, RowCell> flow;
    private final TranscriptModel model;
    private final SelectionModel selection;
    private final Runnable started;
    private final PulseLoop scrolling = new PulseLoop(_ -> scroll());
    private boolean pressed;
    private boolean dragged;
    private Point2D pointer = Point2D.ZERO;

    /** @param started called when a selection begins or grows */
    SelectionMouse(VirtualFlow<Row, RowCell> flow, TranscriptModel model, SelectionModel selection, Runnable started) {
        this.flow = flow;
        this.model = model;
        this.selection = selection;
        this.started = started;
        flow.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        flow.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        flow.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    /** The place in the text nearest to a point of the flow; null if there is no row. */
    Spot spot(Point2D point) {
        if (model.rows().isEmpty()) {
            return null;
        }
        var hit = flow.hit(point.getX(), Math.clamp(point.getY(), 0, Math.max(0, flow.getHeight() - 1)));
        if (hit.isCellHit()) {
            return hit.getCell().spot(hit.getCellOffset());
        }
        if (hit.isBeforeCells()) {
            return new Spot(model.rows().getFirst(), 0);
        }
        return new Spot(model.rows().getLast(), 0);
    }

    private void pressed(MouseEvent event) {
        pressed = event.getButton() == MouseButton.PRIMARY && !onControl(event.getTarget());
        dragged = false;
        if (!pressed) {
            return;
        }
        pointer = new Point2D(event.getX(), event.getY());
        var spot = spot(pointer);
        if (spot == null) {
            return;
        }
        if (event.isShiftDown() && selection.range() != null) {
            selection.extend(spot);
            started.run();
        } else {
            selection.begin(spot, switch (event.getClickCount()) {
                case 1 -> SelectionModel.Unit.CHARACTER;
                case 2 -> SelectionModel.Unit.WORD;
                default -> SelectionModel.Unit.ROW;
            });
            if (!selection.isEmpty()) {
                started.run();
            }
        }
    }

    private void dragged(MouseEvent event) {
        if (!pressed || !event.isPrimaryButtonDown()) {
            return;
        }
        pointer = new Point2D(event.getX(), event.getY());
        // A hand that only clicks shakes a little.
        if (!dragged && event.isStillSincePress()) {
            return;
        }
        dragged = true;
        extend();
        if (speed() != 0) {
            scrolling.request();
        }
    }

    private void released(MouseEvent event) {
        if (pressed && selection.isEmpty() && !event.isShiftDown()) {
            selection.clear();
        }
        pressed = false;
        scrolling.stop();
    }

    private void extend() {
        var spot = spot(pointer);
        if (spot != null) {
            started.run();
            selection.extend(spot);
        }
    }

    private boolean scroll() {
        double by = speed();
        if (!pressed || by == 0) {
            return false;
        }
        flow.scrollYBy(by);
        flow.layout();
        extend();
        return true;
    }

    /** Pixels per pulse: the further beyond the edge, the faster. */
    private double speed() {
        double y = pointer.getY();
        double beyond = y < EDGE ? y - EDGE : Math.max(0, y - (flow.getHeight() - EDGE));
        return Math.clamp(beyond / 2, -FASTEST, FASTEST);
    }

    private boolean onControl(Object target) {
        for (var node = target instanceof Node start ? start : flow; node != null
                && node != flow; node = node.getParent()) {
            if (node instanceof Control && !(node instanceof Label)) {
                return true;
            }
        }
        return false;
    }
}
