package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.compare.pictures.Waterfall.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bars of a waterfall stand.
 *
 * @param perMs units of width for each ms
 * @param height of a bar
 */
record WaterfallGeometry(RowsGeometry rows, double perMs, double height) {
    private static final double LABEL = 64;
    private static final double GAP = 1;
    /** A part that took any time is there to be seen. */
    private static final double LEAST = 1.5;
    private static final double HEIGHT = 0.52;
    private static final double MOST_HEIGHT = 16;

    /** One part of one bar. */
    record Piece(int lane, Part part, double x, double y, double width) {}

    static WaterfallGeometry of(Waterfall waterfall, double w, double h) {
        var rows = RowsGeometry.of(waterfall.rows().size(), w, h, RowsGeometry.LETTER, LABEL);
        var longest = waterfall.longest();
        // Gaps and the least width of short parts take room too.
        var room = rows.right() - rows.left() - Part.values().length * (GAP + LEAST);
        return new WaterfallGeometry(rows, longest > 0 ? Math.max(0, room) / longest : 0,
                Math.min(MOST_HEIGHT, rows.pitch() * HEIGHT));
    }

    List<Piece> pieces(Waterfall waterfall) {
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < waterfall.rows().size(); i++) {
            var x = rows.left();
            for (var part : waterfall.rows().get(i).parts().entrySet()) {
                var width = Math.max(LEAST, part.getValue() * perMs);
                pieces.add(new Piece(i, part.getKey(), x, rows.y(i) - height / 2, width));
                x += width + GAP;
            }
        }
        return pieces;
    }

    /** Where the bar of a lane ends; the beginning of the scale if it has none. */
    double end(List<Piece> pieces, int lane) {
        return pieces.stream().filter(each -> each.lane() == lane).mapToDouble(each -> each.x() + each.width()).max()
                .orElse(rows.left());
    }

    /** The parts of each lane and then its whole, lane by lane. */
    List<Spot> spots(Waterfall waterfall) {
        var pieces = pieces(waterfall);
        var spots = new ArrayList<Spot>();
        for (var row : waterfall.rows()) {
            pieces.stream().filter(each -> each.lane() == row.lane()).forEach(each -> spots.add(new Spot(each.x(),
                    each.y(), each.width(), height, row.lane(), words(row, each.part()))));
            if (row.whole() != null) {
                spots.add(new Spot(end(pieces, row.lane()) + 2, rows.y(row.lane()) - height / 2, LABEL - 4, height,
                        row.lane(), Texts.get("pictures.spot.whole", row.letter(), Format.duration(row.whole()),
                                row.replies())));
            }
        }
        return spots;
    }

    private static String words(Row row, Part part) {
        var told = row.told() && (part == Part.QUEUE || part == Part.PROMPT);
        return Texts.get(told ? "pictures.spot.part.told" : "pictures.spot.part", row.letter(), part.words(),
                Format.duration(row.parts().get(part)));
    }
}
