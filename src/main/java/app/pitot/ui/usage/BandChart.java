package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.controls.Axis;
import app.pitot.ui.controls.Inks;
import app.pitot.usage.Quartiles;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

/** Medians over time as a line, with a bar between the quartiles of each slot; no line where nothing was measured. */
final class BandChart extends SlotChart {
    private static final double WIDEST = 10;
    private static final double DOT = 2.5;
    private Band band = new Band(Unit.TIME, new Quartiles[0]);
    private Axis axis;

    BandChart(double height, IntegerProperty cursor, BiConsumer<Integer, Layer> open) {
        super(height, cursor, open);
        getStyleClass().add("band-chart");
    }

    /** @param words all of it, for a screen reader */
    void show(Band now, Bins bins, String words) {
        band = now;
        axis = now.empty() ? null : Axis.around(now.ends());
        slots(bins, List.of());
        summary(words);
        repaint();
    }

    @Override
    int rows() {
        return 0;
    }

    @Override
    String value(int slot) {
        var spread = band.spread()[slot];
        return spread == null ? "" : band.unit().words(spread.median());
    }

    @Override
    List<Reading.Line> lines(int slot, int chosen) {
        var spread = band.spread()[slot];
        if (spread == null) {
            return List.of(new Reading.Line(null, Texts.get(bins().get(slot).quiet()
                    ? "usage.read.quiet"
                    : "usage.head.unmeasured"), "", false));
        }
        return List.of(
                new Reading.Line(null, Texts.get(bins().days() > 1 ? "usage.read.median.near" : "usage.read.median"),
                        "",
                        false),
                new Reading.Line(null, Texts.get("usage.head.half", band.unit().range(spread.low(), spread.high())), "",
                        false),
                new Reading.Line(null, Texts.get("usage.head.measured", spread.count()), "", false));
    }

    @Override
    Layer layer(int row) {
        return null;
    }

    @Override
    int rowAt(int slot, double y, SlotGeometry at) {
        return -1;
    }

    @Override
    Axis axis() {
        return axis;
    }

    @Override
    String nothing() {
        return Texts.get("usage.head.unmeasured");
    }

    @Override
    String tick(double value) {
        return band.unit().tick(value);
    }

    @Override
    void draw(GraphicsContext g, SlotGeometry at, Inks inks) {
        if (axis == null) {
            return;
        }
        double w = Math.min(WIDEST, at.bar());
        g.setFill(Inks.alpha(inks.accent(), 0.3));
        for (int i = 0; i < band.spread().length; i++) {
            var each = band.spread()[i];
            if (each != null) {
                double top = at.y(axis.part(each.high()));
                g.fillRect(at.x(i) - w / 2, top, w, Math.max(1, at.y(axis.part(each.low())) - top));
            }
        }
        g.setStroke(inks.accent());
        g.setLineWidth(1.75);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        boolean on = false;
        for (int i = 0; i < band.spread().length; i++) {
            var each = band.spread()[i];
            if (each != null && on) {
                g.lineTo(at.x(i), at.y(axis.part(each.median())));
            } else if (each != null) {
                g.moveTo(at.x(i), at.y(axis.part(each.median())));
            }
            on = each != null;
        }
        g.stroke();
        dots(g, at, inks);
    }

    /** Where there is room; and where a value stands alone, it would not be seen without. */
    private void dots(GraphicsContext g, SlotGeometry at, Inks inks) {
        g.setFill(inks.accent());
        var spread = band.spread();
        for (int i = 0; i < spread.length; i++) {
            boolean alone = (i == 0 || spread[i - 1] == null) && (i + 1 == spread.length || spread[i + 1] == null);
            if (spread[i] != null && (alone || at.pitch() > 4 * DOT)) {
                g.fillOval(at.x(i) - DOT, at.y(axis.part(spread[i].median())) - DOT, 2 * DOT, 2 * DOT);
            }
        }
    }
}
