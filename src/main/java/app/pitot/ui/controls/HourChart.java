package app.pitot.ui.controls;

import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What was left over the last hour, under the limit; a ring where the provider said so. The pointer and the arrow keys read
 * single values.
 */
public final class HourChart extends Painted {
    private static final HourCurve NOTHING = new HourCurve(new double[0], new long[0], new long[0], new boolean[0],
            new String[0], false, null, "", "");
    /** Rings closer than this would be a smear. */
    private static final double RING_GAP = 7;

    private HourCurve curve = NOTHING;
    private String summary = "";
    private int read = -1;

    public HourChart() {
        super(1);
        getStyleClass().addAll("hour-chart", "focus-ring");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setOnMouseMoved(event -> read(geometry().nearest(curve, event.getX())));
        setOnMouseExited(_ -> read(-1));
        setOnKeyPressed(this::key);
        focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                read(-1);
            }
        });
    }

    /** @param words all of it, for a screen reader */
    public void show(HourCurve newCurve, String words) {
        curve = newCurve == null ? NOTHING : newCurve;
        summary = words;
        if (read >= curve.size()) {
            read = -1;
        }
        say();
        repaint();
    }

    /** What is read at the moment: null for nothing. */
    public String reading() {
        return read < 0 ? null : curve.readings()[read];
    }

    private void key(KeyEvent event) {
        var last = curve.size() - 1;
        var next = switch (event.getCode()) {
            case LEFT -> read < 0 ? last : Math.max(0, read - 1);
            case RIGHT -> read < 0 ? last : Math.min(last, read + 1);
            case HOME -> Math.min(0, last);
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE) {
            event.consume();
            read(next);
        }
    }

    private void read(int moment) {
        if (moment != read) {
            read = moment;
            say();
            repaint();
        }
    }

    private void say() {
        setAccessibleText(read < 0 ? summary : curve.readings()[read]);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private HourChartGeometry geometry() {
        return HourChartGeometry.of(curve, getWidth(), getHeight());
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var at = HourChartGeometry.of(curve, w, h);
        g.setFont(Font.font("Inter", 9.5));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        axis(g, at, inks);
        limit(g, at, inks);
        if (curve.size() > 0) {
            level(g, at, inks);
            rings(g, at, inks);
        }
        if (read >= 0) {
            pointer(g, at, inks);
        }
    }

    private void axis(GraphicsContext g, HourChartGeometry at, Inks inks) {
        g.setFill(inks.track());
        g.fillRect(at.left(), crisp(at.bottom()), at.right() - at.left(), 1);
        g.setFill(inks.muted());
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(curve.oldest(), at.left(), at.bottom() + 16);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(curve.newest(), at.right(), at.bottom() + 16);
    }

    private void limit(GraphicsContext g, HourChartGeometry at, Inks inks) {
        g.setStroke(Inks.alpha(inks.red(), 0.75));
        g.setLineWidth(1);
        for (var i = 0; i < curve.size(); i++) {
            var from = i == 0 ? at.left() : at.x(curve.secondsAgo()[i]);
            var to = i + 1 < curve.size() ? at.x(curve.secondsAgo()[i + 1]) : at.right();
            if (curve.limits()[i] >= 0) {
                var y = crisp(at.y(curve.limits()[i])) + 0.5;
                g.strokeLine(from, y, to, y);
            }
        }
        if (curve.limitText() != null && read < 0) {
            g.setFill(inks.red());
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(curve.limitText(), at.right(), at.y(last(curve.limits())) - 1);
        }
    }

    private static long last(long[] values) {
        return values.length == 0 ? 0 : Math.max(0, values[values.length - 1]);
    }

    private void level(GraphicsContext g, HourChartGeometry at, Inks inks) {
        trace(g, at);
        g.lineTo(at.x(curve.secondsAgo()[curve.size() - 1]), at.bottom());
        g.lineTo(at.x(curve.secondsAgo()[0]), at.bottom());
        g.closePath();
        g.setFill(Inks.alpha(inks.accent(), 0.16));
        g.fill();
        trace(g, at);
        g.setStroke(inks.accent());
        g.setLineWidth(1.75);
        g.stroke();
    }

    private void trace(GraphicsContext g, HourChartGeometry at) {
        g.beginPath();
        g.moveTo(at.x(curve.secondsAgo()[0]), at.y(curve.left()[0]));
        for (var i = 1; i < curve.size(); i++) {
            var x = at.x(curve.secondsAgo()[i]);
            if (curve.stepped()) {
                g.lineTo(x, at.y(curve.left()[i - 1]));
            }
            g.lineTo(x, at.y(curve.left()[i]));
        }
    }

    private void rings(GraphicsContext g, HourChartGeometry at, Inks inks) {
        var before = Double.NEGATIVE_INFINITY;
        g.setStroke(inks.text());
        g.setLineWidth(1.25);
        for (var i = 0; i < curve.size(); i++) {
            var x = at.x(curve.secondsAgo()[i]);
            if (curve.reported()[i] && x - before >= RING_GAP) {
                g.strokeOval(x - 2.25, at.y(curve.left()[i]) - 2.25, 4.5, 4.5);
                before = x;
            }
        }
    }

    private void pointer(GraphicsContext g, HourChartGeometry at, Inks inks) {
        var x = at.x(curve.secondsAgo()[read]);
        g.setFill(inks.muted());
        g.fillRect(crisp(x), at.top(), 1, at.bottom() - at.top());
        g.setFill(inks.accent());
        g.fillOval(x - 3, at.y(curve.left()[read]) - 3, 6, 6);
        g.setFill(inks.text());
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(x > (at.left() + at.right()) / 2 ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(curve.readings()[read], x > (at.left() + at.right()) / 2 ? at.right() : at.left(), at.top() - 1);
    }

    private double crisp(double y) {
        return Math.round(y * scale()) / scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 104;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 104;
    }
}
