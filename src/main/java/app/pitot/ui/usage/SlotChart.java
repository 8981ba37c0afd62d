package app.pitot.ui.usage;

import app.pitot.ui.controls.Axis;
import app.pitot.ui.controls.Inks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * A chart over time. Left and right move the cursor from slot to slot, in all charts alike; up and down choose among what is
 * in a slot; Enter, or a click, leads to the requests.
 */
abstract class SlotChart extends Chart {
    private static final double TICK_ROOM = 58;
    private static final double MARK = 5;
    /** For the values at the left, where they are short. */
    private static final double ROOM = 44;
    private static final double BESIDE = 7;

    private final IntegerProperty cursor;
    private final BiConsumer<Integer, Layer> open;
    private Bins bins;
    private List<Mark> marks = List.of();
    private int row = -1;
    /** For the values at the left, as last drawn. */
    private double room = ROOM;

    /**
     * @param cursor which slot is read, in all charts; -1 for none
     * @param open told the slot to be opened, and what of it, null for all; null if there is no way there
     */
    SlotChart(double height, IntegerProperty cursor, BiConsumer<Integer, Layer> open) {
        super(height);
        this.cursor = cursor;
        this.open = open;
        cursor.addListener((_, _, _) -> {
            say();
            repaint();
        });
        setOnMouseMoved(this::moved);
        setOnMouseExited(_ -> {
            row = -1;
            if (!isFocused()) {
                cursor.set(-1);
            }
            say();
            repaint();
        });
        setOnMouseClicked(event -> {
            requestFocus();
            moved(event);
            open();
        });
        focusedProperty().addListener((_, _, here) -> {
            row = -1;
            if (!here && !isHover()) {
                cursor.set(-1);
            }
            say();
            repaint();
        });
    }

    /** How many things can be told apart in a slot. */
    abstract int rows();

    /** One of them; null if it is nothing of its own. */
    abstract Layer layer(int row);

    /** All that is in a slot, in one figure; empty if that says nothing. */
    abstract String value(int slot);

    /** What is in a slot. */
    abstract List<Reading.Line> lines(int slot, int chosen);

    /** Which of them is at a point; -1 for none. */
    abstract int rowAt(int slot, double y, SlotGeometry at);

    /** Null without values. */
    abstract Axis axis();

    /** What to say if there are no values at all. */
    abstract String nothing();

    abstract String tick(double value);

    abstract void draw(GraphicsContext g, SlotGeometry at, Inks inks);

    final void slots(Bins now, List<Mark> changes) {
        bins = now;
        marks = changes;
        row = Math.min(row, rows() - 1);
    }

    final Bins bins() {
        return bins;
    }

    final int row() {
        return row;
    }

    private SlotGeometry geometry() {
        return SlotGeometry.of(bins.size(), room, getWidth(), getHeight());
    }

    private int slot() {
        return bins == null || cursor.get() >= bins.size() ? -1 : cursor.get();
    }

    @Override
    final Reading reading() {
        if (slot() < 0) {
            return null;
        }
        var lines = new ArrayList<>(lines(slot(), row));
        marks.stream().filter(mark -> mark.bin() == slot())
                .forEach(mark -> lines.add(new Reading.Line(null, mark.words(), "", false)));
        return new Reading(SlotWords.name(bins, slot()), value(slot()), lines);
    }

    private void moved(MouseEvent event) {
        if (bins == null) {
            return;
        }
        cursor.set(geometry().slot(event.getX()));
        int now = slot() < 0 ? -1 : rowAt(slot(), event.getY(), geometry());
        if (now != row) {
            row = now;
            say();
            repaint();
        }
    }

    @Override
    final boolean key(KeyEvent event) {
        if (bins == null) {
            return false;
        }
        int last = bins.size() - 1;
        switch (event.getCode()) {
            case LEFT -> cursor.set(slot() < 0 ? last : Math.max(0, slot() - 1));
            case RIGHT -> cursor.set(slot() < 0 ? 0 : Math.min(last, slot() + 1));
            case HOME -> cursor.set(0);
            case END -> cursor.set(last);
            case UP, DOWN -> {
                if (slot() < 0) {
                    return false; // so that the page scrolls
                }
                row = event.getCode() == KeyCode.UP
                        ? Math.min(rows() - 1, row + 1)
                        : row < 0 ? rows() - 1 : row - 1;
                say();
                repaint();
            }
            case ENTER -> open();
            case ESCAPE -> {
                if (slot() < 0) {
                    return false;
                }
                cursor.set(-1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open() {
        if (slot() >= 0 && open != null && !bins.get(slot()).quiet()) {
            open.accept(slot(), row < 0 ? null : layer(row));
        }
    }

    @Override
    protected final void paint(GraphicsContext g, double w, double h, Inks inks) {
        if (bins == null) {
            return;
        }
        var axis = axis();
        room = axis == null ? ROOM : Math.max(ROOM, Math.ceil(widest(axis)) + BESIDE);
        var at = SlotGeometry.of(bins.size(), room, w, h);
        int slot = slot();
        if (slot >= 0) {
            g.setFill(inks.track());
            g.fillRect(at.left() + at.pitch() * slot, at.top(), Math.max(1, at.pitch()), at.bottom() - at.top());
        }
        if (axis != null) {
            values(g, at, axis, inks);
        } else {
            words(g, nothing(), (at.left() + at.right()) / 2, (at.top() + at.bottom()) / 2, TextAlignment.CENTER, PLAIN,
                    11, inks.muted());
        }
        times(g, at, inks);
        draw(g, at, inks);
        marks(g, at, inks);
        if (slot >= 0 && (isHover() || isFocused())) {
            box(g, reading(), at.x(slot), at.top(), w, h, inks);
        }
    }

    private double widest(Axis axis) {
        double widest = 0;
        for (double tick : axis.ticks()) {
            widest = Math.max(widest, width(tick(tick), PLAIN, SMALL));
        }
        return widest;
    }

    private void values(GraphicsContext g, SlotGeometry at, Axis axis, Inks inks) {
        for (double tick : axis.ticks()) {
            double y = at.y(axis.part(tick));
            g.setFill(inks.line());
            g.fillRect(at.left(), crisp(y), at.right() - at.left(), 1 / scale());
            small(g, tick(tick), at.left() - BESIDE, y, TextAlignment.RIGHT, inks.muted());
        }
    }

    private void times(GraphicsContext g, SlotGeometry at, Inks inks) {
        g.setFill(inks.faint());
        g.fillRect(at.left(), crisp(at.bottom()), at.right() - at.left(), 1 / scale());
        int every = SlotWords.every(bins, at.pitch(), TICK_ROOM);
        for (int i = 0; i < bins.size(); i += every) {
            var words = SlotWords.tick(bins, i);
            double half = width(words, PLAIN, SMALL) / 2;
            // An hour stands at its beginning, a day in its middle.
            double x = Math.clamp(bins.days() == 0 ? at.x(i) - at.pitch() / 2 : at.x(i), at.left() - 6 + half,
                    Math.max(at.left() - 6 + half, at.right() - half));
            small(g, words, x, at.bottom() + 11, TextAlignment.CENTER, inks.muted());
        }
    }

    /** Where something changed that must be known to read the values. */
    private void marks(GraphicsContext g, SlotGeometry at, Inks inks) {
        for (var mark : marks) {
            double x = at.left() + at.pitch() * mark.bin();
            g.setStroke(inks.amber());
            g.setLineWidth(1);
            g.setLineDashes(2, 3);
            g.strokeLine(crisp(x) + 0.5, at.top(), crisp(x) + 0.5, at.bottom());
            g.setLineDashes();
            g.setFill(inks.amber());
            g.fillPolygon(new double[]{x - MARK, x + MARK, x}, new double[]{at.top() - 6, at.top() - 6, at.top()}, 3);
        }
    }
}
