package app.pitot.ui.controls;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The day so far, even spend as a dotted line, and the forecast dashed up to the limit with the time it gets there. */
public final class DayChart extends Painted {
    private static final double BESIDE = 6;
    private static final double LINE = 16;
    private static final double HEIGHT = 80;
    private static final double HALF_TICK = 6;
    private DayCurve day;

    public DayChart() {
        super(1);
        getStyleClass().addAll("day-chart", "focus-ring");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param curve null for an empty chart */
    public void show(DayCurve curve) {
        day = curve;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var shown = day == null ? DayCurve.empty() : day;
        var at = DayChartGeometry.of(shown, w, h);
        axis(g, at, shown, inks);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        if (shown.limit() != null) {
            limit(g, at, shown, inks);
        }
        if (day != null) {
            curve(g, at, shown, inks);
        }
        if (shown.runsOutMinute() != null) {
            forecast(g, at, shown, inks);
        }
    }

    private void axis(GraphicsContext g, DayChartGeometry at, DayCurve day, Inks inks) {
        g.setFill(inks.track());
        g.fillRect(at.left(), crisp(at.bottom()), at.right() - at.left(), 1);
        g.setFill(inks.muted());
        g.setFont(Font.font("Inter", 9.5));
        g.setTextBaseline(VPos.BOTTOM);
        for (var tick : day.ticks()) {
            var x = at.x(tick.minute());
            g.setTextAlign(x - at.left() < HALF_TICK
                    ? TextAlignment.LEFT
                    : at.right() - x < HALF_TICK ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(tick.text(), x, at.bottom() + 16);
        }
    }

    private void limit(GraphicsContext g, DayChartGeometry at, DayCurve day, Inks inks) {
        g.setFill(Inks.alpha(inks.red(), 0.75));
        g.fillRect(at.left(), crisp(at.top()), at.right() - at.left(), 1);
        g.setFill(inks.red());
        g.setFont(Font.font("Inter", 9.5));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(day.limitText(), at.right(), at.top() - 1);
        g.setStroke(inks.faint());
        g.setLineWidth(1);
        g.setLineDashes(1.5, 3);
        g.strokeLine(at.left(), at.bottom(), at.right(), at.top());
        g.setLineDashes();
    }

    private static void curve(GraphicsContext g, DayChartGeometry at, DayCurve day, Inks inks) {
        trace(g, at, day);
        g.lineTo(at.x(day.nowMinute()), at.bottom());
        g.lineTo(at.left(), at.bottom());
        g.closePath();
        g.setFill(Inks.alpha(inks.accent(), 0.18));
        g.fill();
        trace(g, at, day);
        g.setStroke(inks.accent());
        g.setLineWidth(2);
        g.stroke();
        dot(g, at.x(day.nowMinute()), at.y(day.usedNow()), inks.accent());
    }

    private static void trace(GraphicsContext g, DayChartGeometry at, DayCurve day) {
        g.beginPath();
        g.moveTo(at.x(0), at.y(0));
        var last = 0L;
        for (var i = 0; i < day.minutes().length && day.minutes()[i] <= day.nowMinute(); i++) {
            // Between two samples far apart nothing was used: run along, then rise.
            if (i > 0 && day.minutes()[i] - day.minutes()[i - 1] > 60) {
                g.lineTo(at.x(day.minutes()[i] - 1), at.y(last));
            }
            last = day.used()[i];
            g.lineTo(at.x(day.minutes()[i]), at.y(last));
        }
        g.lineTo(at.x(day.nowMinute()), at.y(day.usedNow()));
    }

    private static void forecast(GraphicsContext g, DayChartGeometry at, DayCurve day, Inks inks) {
        var x = at.x(day.runsOutMinute());
        g.setStroke(inks.amber());
        g.setLineWidth(1.75);
        g.setLineDashes(4, 3);
        g.strokeLine(at.x(day.nowMinute()), at.y(day.usedNow()), x, at.top());
        g.setLineDashes();
        dot(g, x, at.top(), inks.amber());
        var width = width(day.runsOutText(), STRONG, SMALL);
        var flip = at.right() - x < width + BESIDE;
        // Left of its end the line would go through the words: there they stand below it.
        var slope = (at.y(day.usedNow()) - at.top()) / Math.max(1, x - at.x(day.nowMinute()));
        var y = flip ? Math.min(at.bottom() - LINE, at.top() + (width + BESIDE) * slope) : at.top();
        g.setFill(inks.amberText());
        g.setFont(Font.font(STRONG, SMALL));
        g.setTextAlign(flip ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.fillText(day.runsOutText(), flip ? x - BESIDE : x + BESIDE, y + 3);
    }

    private static void dot(GraphicsContext g, double x, double y, Color colour) {
        g.setFill(colour);
        g.fillOval(x - 3, y - 3, 6, 6);
    }

    private double crisp(double y) {
        return Math.round(y * scale()) / scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }
}
