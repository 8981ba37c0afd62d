package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.ui.compare.pictures.Intervals.Row;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.List;

/** Where the ratios and their intervals stand. */
record IntervalsGeometry(RowsGeometry rows, Axis axis) {
    private static final double PAIR = 64;
    private static final double WORDS = 136;

    static IntervalsGeometry of(Intervals intervals, double w, double h) {
        return new IntervalsGeometry(RowsGeometry.of(intervals.rows().size(), w, h, PAIR, WORDS), intervals.axis());
    }

    double x(double ratio) {
        return rows.x(axis.part(ratio));
    }

    List<Spot> spots(Intervals intervals) {
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < intervals.rows().size(); i++) {
            var row = intervals.rows().get(i);
            var from = row.interval() == null ? row.ratio() : row.interval().low();
            var to = row.interval() == null ? row.ratio() : row.interval().high();
            spots.add(new Spot(x(from) - 3, rows.y(i) - 8, x(to) - x(from) + 6, 16, i, words(intervals, row)));
        }
        return spots;
    }

    static String words(Intervals intervals, Row row) {
        var leader = Lane.letter(intervals.leader());
        return row.interval() == null
                ? Texts.get("pictures.spot.ratio", leader, row.letter(), Quantities.ratio(row.ratio()), row.rounds())
                : Texts.get("pictures.spot.interval", leader, row.letter(), Quantities.ratio(row.ratio()),
                        Quantities.ratio(row.interval().low()), Quantities.ratio(row.interval().high()),
                        Quantities.percent(row.interval().level()), row.rounds());
    }
}
