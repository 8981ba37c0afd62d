package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.ui.compare.pictures.Curves.Line;
import app.pitot.ui.controls.Inks;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** A line for each lane with its letter at the end; lanes also differ in their dashes. */
final class CurvesPicture extends Picture {
    private static final double[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}};
    private Curves curves;

    CurvesPicture(double height) {
        super(height);
        getStyleClass().add("curves");
    }

    /** @param words all of it, for a screen reader */
    void show(Curves lines, String words) {
        curves = lines;
        changed(words);
    }

    @Override
    List<Spot> spots(double w, double h) {
        return curves == null ? List.of() : CurvesGeometry.of(curves, w, h).spots(curves);
    }

    @Override
    void draw(GraphicsContext g, double w, double h, Inks inks) {
        if (curves == null) {
            return;
        }
        if (curves.empty()) {
            words(g, Texts.get("pictures.curves.none"), w / 2, h / 2, TextAlignment.CENTER, PLAIN, 12, inks.muted());
            return;
        }
        var at = CurvesGeometry.of(curves, w, h);
        axes(g, at, w, inks);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (var line : curves.lines()) {
            if (line.size() > 1) {
                line(g, at, line, inks);
            }
        }
        g.setLineDashes();
        for (var letter : at.letters(curves)) {
            words(g, curves.lines().get(letter.lane()).letter(), letter.x(), letter.y(), TextAlignment.LEFT, STRONG,
                    11.5, inks.text());
        }
    }

    private void axes(GraphicsContext g, CurvesGeometry at, double w, Inks inks) {
        var measure = curves.bytes() ? Measure.TEXT_SPEED : Measure.OUTPUT_SPEED;
        var before = Double.POSITIVE_INFINITY;
        for (var tick : curves.speed().ticks()) {
            var y = at.y(tick);
            g.setFill(inks.track());
            g.fillRect(at.left(), crisp(y), at.right() - at.left(), 1);
            if (before - y > 13) {
                words(g, Quantities.tick(measure, tick), at.left() - 6, y, TextAlignment.RIGHT, PLAIN, SMALL,
                        inks.muted());
                before = y;
            }
        }
        ticks(g, curves.time(), at.left(), at.right(), at.bottom() + 13, w, Quantities::seconds, inks);
    }

    private static void line(GraphicsContext g, CurvesGeometry at, Line line, Inks inks) {
        g.beginPath();
        for (var i = 0; i < line.size(); i++) {
            if (i == 0) {
                g.moveTo(at.x(line.seconds()[i]), at.y(line.speeds()[i]));
            } else {
                g.lineTo(at.x(line.seconds()[i]), at.y(line.speeds()[i]));
            }
        }
        g.setStroke(line.lane() % 2 == 0 ? inks.accent() : inks.muted());
        g.setLineWidth(1.75);
        g.setLineDashes(DASHES[line.lane() / 2 % DASHES.length]);
        g.stroke();
    }
}
