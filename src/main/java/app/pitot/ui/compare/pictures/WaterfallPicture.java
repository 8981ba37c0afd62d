package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.Inks;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A bar for each lane, its parts in the order of time, and what they are in words below. */
final class WaterfallPicture extends Picture {
    private static final double SWATCH = 7;
    private static final double GAP = 12;
    private Waterfall waterfall;

    WaterfallPicture(double height) {
        super(height);
        getStyleClass().add("waterfall");
    }

    /** @param words all of it, for a screen reader */
    void show(Waterfall parts, String words) {
        waterfall = parts;
        changed(words);
    }

    @Override
    List<Spot> spots(double w, double h) {
        return waterfall == null ? List.of() : WaterfallGeometry.of(waterfall, w, h).spots(waterfall);
    }

    @Override
    void draw(GraphicsContext g, double w, double h, Inks inks) {
        if (waterfall == null) {
            return;
        }
        var at = WaterfallGeometry.of(waterfall, w, h);
        var pieces = at.pieces(waterfall);
        for (var piece : pieces) {
            piece(g, piece.part(), piece.x(), piece.y(), piece.width(), at.height(), inks);
        }
        for (var row : waterfall.rows()) {
            var y = at.rows().y(row.lane());
            words(g, row.letter(), 3, y, TextAlignment.LEFT, STRONG, at.rows().font(), inks.text());
            words(g, row.whole() == null ? Texts.get("pictures.none") : Format.duration(row.whole()),
                    at.end(pieces, row.lane()) + (row.whole() == null ? 0 : 7), y, TextAlignment.LEFT, PLAIN,
                    at.rows().font(), inks.muted());
        }
        legend(g, at, inks);
    }

    private void legend(GraphicsContext g, WaterfallGeometry at, Inks inks) {
        var x = at.rows().left();
        var y = at.rows().bottom() + 11;
        for (var part : waterfall.parts()) {
            piece(g, part, x, y - SWATCH / 2, SWATCH, SWATCH, inks);
            words(g, part.words(), x + SWATCH + 4, y, TextAlignment.LEFT, PLAIN, SMALL, inks.muted());
            x += SWATCH + 4 + width(part.words(), PLAIN, SMALL) + GAP;
        }
    }

    private static void piece(GraphicsContext g, Part part, double x, double y, double w, double h, Inks inks) {
        var round = Math.min(4, w);
        g.setFill(switch (part) {
            case CONNECT -> inks.faint();
            case QUEUE -> inks.amber();
            case PROMPT -> Inks.alpha(inks.amber(), 0.5);
            case WAIT -> inks.track();
            case THINK -> Inks.alpha(inks.accent(), 0.45);
            case WRITE -> inks.accent();
        });
        g.fillRoundRect(x, y, w, h, round, round);
        if (part == Part.WAIT && w > 2) {
            // Nobody tells what happens here: a frame, not a colour.
            g.setStroke(inks.muted());
            g.setLineWidth(1);
            g.strokeRoundRect(x + 0.5, y + 0.5, w - 1, h - 1, round, round);
        }
    }
}
