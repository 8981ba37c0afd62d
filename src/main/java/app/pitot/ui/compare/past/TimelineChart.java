package app.pitot.ui.compare.past;

import app.pitot.compare.Measure;
import app.pitot.ui.compare.past.Timeline.Point;
import app.pitot.ui.compare.past.Timeline.Series;
import app.pitot.ui.controls.Inks;
import app.pitot.ui.controls.Painted;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One lane over time: a dot for the median of each run, a bar for its interval. */
final class TimelineChart extends Painted {
    private static final double HEIGHT = 84;
    private static final double SMALL = 10.5;

    private final List<Series> lanes;
    private final Series lane;
    private final Measure measure;
    private final ZoneId zone;

    /** @param words all of it, for a screen reader */
    TimelineChart(List<Series> lanes, Series lane, Measure measure, ZoneId zone, String words) {
        super(1);
        this.measure = measure;
        this.lanes = lanes;
        this.lane = lane;
        this.zone = zone;
        getStyleClass().add("timeline-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words);
        setMinSize(0, HEIGHT);
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var at = TimelineGeometry.of(lanes, lane, w, h);
        g.setFill(inks.line());
        g.fillRect(at.left(), Math.round(at.bottom()), at.right() - at.left(), 1);
        g.setStroke(inks.faint());
        g.setLineWidth(1);
        Point before = null;
        for (var point : lane.points()) {
            if (before != null) {
                g.strokeLine(at.x(before.at()), at.y(before.median()), at.x(point.at()), at.y(point.median()));
            }
            before = point;
        }
        for (var point : lane.points()) {
            double x = at.x(point.at());
            if (point.interval() != null) {
                g.setFill(Inks.alpha(inks.accent(), 0.4));
                double top = at.y(point.interval().high());
                g.fillRoundRect(x - 3.5, top, 7, Math.max(2, at.y(point.interval().low()) - top), 3, 3);
            }
            g.setFill(inks.accent());
            g.fillOval(x - 3, at.y(point.median()) - 3, 6, 6);
        }
        g.setFill(inks.muted());
        g.setFont(Font.font("Inter", SMALL));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(ChangeWords.brief(measure, at.high()), at.left() - 6, at.top() + 2);
        g.fillText(ChangeWords.brief(measure, at.low()), at.left() - 6, at.bottom());
        boolean one = at.from().equals(at.to());
        g.setTextAlign(one ? TextAlignment.CENTER : TextAlignment.LEFT);
        g.fillText(PastRun.apart(at.from(), at.to(), zone), one ? at.x(at.from()) : at.left(), h - 8);
        if (!one) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(PastRun.apart(at.to(), at.from(), zone), at.right(), h - 8);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }
}
