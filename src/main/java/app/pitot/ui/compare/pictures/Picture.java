package app.pitot.ui.compare.pictures;

import app.pitot.ui.controls.Axis;
import app.pitot.ui.controls.Inks;
import app.pitot.ui.controls.Painted;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/** A painted picture whose single values are read with the pointer or, lane by lane, with the arrow keys. */
abstract class Picture extends Painted {
    private static final double REACH = 12;
    private static final double LABEL_HEIGHT = 20;
    private static final double LABEL_PAD = 7;

    private String summary = "";
    private int read = -1;
    private double height;

    /** @param height as it would like to be */
    Picture(double height) {
        super(1);
        this.height = height;
        getStyleClass().addAll("picture", "focus-ring");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setOnMouseMoved(event -> read(Spot.nearest(spots(), event.getX(), event.getY(), REACH)));
        setOnMouseExited(_ -> read(-1));
        setOnKeyPressed(this::key);
        focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                read(-1);
            }
        });
    }

    /** All that can be read in it at its present size, lane by lane. */
    abstract List<Spot> spots(double w, double h);

    /** Draws all but what is read. */
    abstract void draw(GraphicsContext g, double w, double h, Inks inks);

    /** @param words all of it, for a screen reader */
    final void changed(String words) {
        summary = words;
        if (read >= spots().size()) {
            read = -1;
        }
        say();
        repaint();
    }

    /** What is read at the moment: null for nothing. */
    final String reading() {
        return read < 0 || read >= spots().size() ? null : spots().get(read).words();
    }

    final void preferHeight(double wanted) {
        if (wanted != height) {
            height = wanted;
            requestLayout();
        }
    }

    private List<Spot> spots() {
        return getWidth() > 0 && getHeight() > 0 ? spots(getWidth(), getHeight()) : List.of();
    }

    private void key(KeyEvent event) {
        var spots = spots();
        var last = spots.size() - 1;
        if (last < 0) {
            return;
        }
        var next = switch (event.getCode()) {
            case LEFT -> read < 0 ? last : Math.max(0, read - 1);
            case RIGHT -> read < 0 ? 0 : Math.min(last, read + 1);
            case UP -> read < 0 ? last : Spot.inNextLane(spots, read, -1);
            case DOWN -> read < 0 ? 0 : Spot.inNextLane(spots, read, 1);
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE) {
            event.consume();
            read(next);
        }
    }

    private void read(int spot) {
        if (spot != read) {
            read = spot;
            say();
            repaint();
        }
    }

    private void say() {
        var reading = reading();
        setAccessibleText(reading == null ? summary : reading);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    protected final void paint(GraphicsContext g, double w, double h, Inks inks) {
        g.setLineDashes();
        draw(g, w, h, inks);
        var spots = spots(w, h);
        if (read >= 0 && read < spots.size()) {
            g.setLineDashes();
            label(g, w, h, inks, spots.get(read));
        }
    }

    /** A ring around what is read, and its words beside it. */
    private static void label(GraphicsContext g, double w, double h, Inks inks, Spot spot) {
        g.setStroke(inks.text());
        g.setLineWidth(1.25);
        g.strokeRoundRect(spot.x() - 2, spot.y() - 2, spot.width() + 4, spot.height() + 4, 6, 6);
        var width = Math.min(w, width(spot.words(), PLAIN, 11) + 2 * LABEL_PAD);
        var x = Math.clamp(spot.middleX() - width / 2, 0, w - width);
        var above = spot.y() - LABEL_HEIGHT - 5;
        var y = above >= 0 ? above : Math.min(h - LABEL_HEIGHT, spot.y() + spot.height() + 5);
        g.setFill(inks.raised());
        g.fillRoundRect(x, y, width, LABEL_HEIGHT, 8, 8);
        g.setStroke(inks.muted());
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, LABEL_HEIGHT - 1, 8, 8);
        words(g, spot.words(), x + width / 2, y + LABEL_HEIGHT / 2, TextAlignment.CENTER, PLAIN, 11, inks.text());
    }

    /** The ticks' words below an axis, as many as have room, and none beyond the picture's edges. */
    static void ticks(GraphicsContext g, Axis axis, double left, double right, double y, double w, Tick words,
            Inks inks) {
        var before = Double.NEGATIVE_INFINITY;
        for (var tick : axis.ticks()) {
            var text = words.of(tick);
            var width = width(text, PLAIN, SMALL);
            var x = Math.clamp(left + (right - left) * axis.part(tick), width / 2, Math.max(width / 2, w - width / 2));
            if (x - width / 2 > before) {
                words(g, text, x, y, TextAlignment.CENTER, PLAIN, SMALL, inks.muted());
                before = x + width / 2 + 10;
            }
        }
    }

    /** How a value is written at an axis. */
    @FunctionalInterface
    interface Tick {
        String of(double value);
    }

    final double crisp(double at) {
        return Math.round(at * scale()) / scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected double computePrefWidth(double h) {
        return 300;
    }
}
