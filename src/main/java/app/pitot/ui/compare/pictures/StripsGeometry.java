package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.compare.pictures.Strips.Dot;
import app.pitot.ui.compare.pictures.Strips.Row;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of a strip picture stand.
 *
 * @param radius of a dot
 */
record StripsGeometry(RowsGeometry rows, Axis axis, double radius) {
    private static final double RIGHT = 16;
    private static final double MOST_RADIUS = 2.75;
    private static final double RADIUS = 0.15;
    private static final double JITTER = 0.5;
    /** The golden ratio: neighbours land far from each other, and the same value always at the same height. */
    private static final double STEP = 0.6180339887498949;

    static StripsGeometry of(Strips strips, double w, double h) {
        var rows = RowsGeometry.of(strips.rows().size(), w, h, RowsGeometry.LETTER, RIGHT);
        return new StripsGeometry(rows, strips.axis(), Math.min(MOST_RADIUS, rows.pitch() * RADIUS));
    }

    double x(double value) {
        return rows.x(axis.part(value));
    }

    /** Of the {@code index}-th value of a row. */
    double y(int row, int index) {
        var part = (0.5 + index * STEP) % 1;
        return rows.y(row) + (part - 0.5) * rows.pitch() * JITTER;
    }

    /** The median of each lane and then its values, lane by lane. */
    List<Spot> spots(Strips strips) {
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < strips.rows().size(); i++) {
            var row = strips.rows().get(i);
            if (row.median() != null) {
                var half = rows.pitch() * 0.3;
                spots.add(new Spot(x(row.median()) - 1, rows.y(i) - half, 2, 2 * half, i, middle(strips, row)));
            }
            for (var j = 0; j < row.dots().size(); j++) {
                var dot = row.dots().get(j);
                spots.add(Spot.around(x(dot.value()), y(i, j), radius, i, words(strips, row, dot)));
            }
        }
        return spots;
    }

    private static String middle(Strips strips, Row row) {
        var median = Quantities.value(strips.measure(), row.median());
        return row.lower() == null
                ? Texts.get("pictures.spot.median", row.letter(), median, row.dots().size())
                : Texts.get("pictures.spot.median.half", row.letter(), median, row.dots().size(),
                        Quantities.value(strips.measure(), row.lower()),
                        Quantities.value(strips.measure(), row.upper()));
    }

    private static String words(Strips strips, Row row, Dot dot) {
        var value = Quantities.value(strips.measure(), dot.value());
        return dot.round() == 0
                ? Texts.get("pictures.spot.value", row.letter(), value)
                : Texts.get("pictures.spot.round", row.letter(), dot.round(), value);
    }
}
