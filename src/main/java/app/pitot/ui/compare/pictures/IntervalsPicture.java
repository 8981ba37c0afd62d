package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.ui.controls.Inks;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** The leader's ratio to each other lane with its interval, beside the zone of a tie. */
final class IntervalsPicture extends Picture {
    private Intervals intervals;

    IntervalsPicture(double height) {
        super(height);
        getStyleClass().add("intervals");
    }

    /** @param words all of it, for a screen reader */
    void show(Intervals ratios, String words) {
        intervals = ratios;
        changed(words);
    }

    @Override
    List<Spot> spots(double w, double h) {
        return intervals == null ? List.of() : IntervalsGeometry.of(intervals, w, h).spots(intervals);
    }

    @Override
    void draw(GraphicsContext g, double w, double h, Inks inks) {
        if (intervals == null) {
            return;
        }
        if (intervals.rows().isEmpty()) {
            words(g, Texts.get("pictures.intervals.none"), w / 2, h / 2, TextAlignment.CENTER, PLAIN, 12,
                    inks.muted());
            return;
        }
        var at = IntervalsGeometry.of(intervals, w, h);
        var top = at.rows().top();
        var bottom = at.rows().bottom();
        g.setFill(inks.track());
        g.fillRect(at.x(1 / Intervals.TIE), top, at.x(Intervals.TIE) - at.x(1 / Intervals.TIE), bottom - top);
        g.setFill(inks.muted());
        g.fillRect(crisp(at.x(1)), top, 1, bottom - top);
        for (var i = 0; i < intervals.rows().size(); i++) {
            row(g, at, i, w, inks);
        }
        words(g, Texts.get("pictures.intervals.zone"), w - 2, bottom + 11, TextAlignment.RIGHT, PLAIN, SMALL,
                inks.muted());
        ticks(g, intervals.axis(), at.rows().left(), at.rows().right(), bottom + 11, at.rows().right() + 16,
                ratio -> Texts.get("pictures.unit.times", Quantities.plain(ratio)), inks);
    }

    private void row(GraphicsContext g, IntervalsGeometry at, int i, double w, Inks inks) {
        var row = intervals.rows().get(i);
        var y = at.rows().y(i);
        words(g, Texts.get("pictures.intervals.pair", Lane.letter(intervals.leader()), row.letter()), 3, y,
                TextAlignment.LEFT, STRONG, at.rows().font(), inks.text());
        if (row.interval() != null) {
            var from = at.x(row.interval().low());
            var to = at.x(row.interval().high());
            g.setFill(inks.accent());
            g.fillRect(from, y - 1, Math.max(1, to - from), 2);
            g.fillRect(from - 1, y - 5, 2, 10);
            g.fillRect(to - 1, y - 5, 2, 10);
        }
        g.setFill(row.interval() == null ? inks.muted() : inks.accent());
        g.fillOval(at.x(row.ratio()) - 4, y - 4, 8, 8);
        words(g, row.interval() == null
                ? Quantities.times(row.ratio())
                : Texts.get("pictures.intervals.words", Quantities.ratio(row.ratio()),
                        Quantities.ratio(row.interval().low()), Quantities.ratio(row.interval().high())),
                w - 2, y, TextAlignment.RIGHT, PLAIN, SMALL, inks.muted());
    }
}
