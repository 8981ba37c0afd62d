package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.controls.Inks;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Every value as a dot, the median as a mark, the middle half pale behind them. */
final class StripsPicture extends Picture {
    private Strips strips;

    StripsPicture(double height) {
        super(height);
        getStyleClass().add("strips");
    }

    /** @param words all of it, for a screen reader */
    void show(Strips values, String words) {
        strips = values;
        changed(words);
    }

    @Override
    List<Spot> spots(double w, double h) {
        return strips == null ? List.of() : StripsGeometry.of(strips, w, h).spots(strips);
    }

    @Override
    void draw(GraphicsContext g, double w, double h, Inks inks) {
        if (strips == null) {
            return;
        }
        var at = StripsGeometry.of(strips, w, h);
        for (var i = 0; i < strips.rows().size(); i++) {
            row(g, at, i, inks);
        }
        if (!strips.empty()) {
            ticks(g, strips.axis(), at.rows().left(), at.rows().right(), at.rows().bottom() + 11, w,
                    value -> Quantities.tick(strips.measure(), value), inks);
        }
    }

    private void row(GraphicsContext g, StripsGeometry at, int i, Inks inks) {
        var row = strips.rows().get(i);
        var y = at.rows().y(i);
        words(g, row.letter(), 3, y, TextAlignment.LEFT, STRONG, at.rows().font(), inks.text());
        g.setFill(inks.track());
        g.fillRect(at.rows().left(), crisp(y), at.rows().right() - at.rows().left(), 1);
        if (row.dots().isEmpty()) {
            none(g, at, y, inks);
            return;
        }
        if (row.lower() != null && row.upper() != null) {
            var half = at.rows().pitch() * 0.32;
            g.setFill(Inks.alpha(inks.accent(), 0.16));
            g.fillRoundRect(at.x(row.lower()), y - half, at.x(row.upper()) - at.x(row.lower()), 2 * half, 4, 4);
        }
        g.setFill(Inks.alpha(inks.accent(), 0.62));
        for (var j = 0; j < row.dots().size(); j++) {
            g.fillOval(at.x(row.dots().get(j).value()) - at.radius(), at.y(i, j) - at.radius(), 2 * at.radius(),
                    2 * at.radius());
        }
        if (row.median() != null && row.dots().size() > 1) {
            var half = at.rows().pitch() * 0.32;
            g.setFill(inks.text());
            g.fillRect(crisp(at.x(row.median()) - 1), y - half, 2, 2 * half);
        }
    }

    private void none(GraphicsContext g, StripsGeometry at, double y, Inks inks) {
        var text = Texts.get("pictures.none");
        var width = width(text, PLAIN, SMALL);
        g.clearRect(at.rows().left(), y - 5, width + 6, 10);
        words(g, text, at.rows().left(), y, TextAlignment.LEFT, PLAIN, SMALL, inks.muted());
    }
}
