package app.pitot.ui.usage;

import app.pitot.ui.usage.Fill.Pattern;
import javafx.scene.canvas.GraphicsContext;

/** The lines of a pattern, cut to their rectangle, so that many rectangles are one stroke and none needs a clip. */
final class Hatch {
    /** Patterns on smaller areas would be a smear. */
    private static final double ROOM = 6;
    private static final double GAP = 5;
    private static final double SLANTED = GAP * Math.sqrt(2);

    private Hatch() {}

    /** Adds to the path of {@code g}; nothing where there is no pattern or no room for it. */
    static void add(GraphicsContext g, Pattern pattern, double x, double y, double w, double h) {
        if (pattern == Pattern.SOLID || w < ROOM || h < ROOM) {
            return;
        }
        if (pattern == Pattern.LEVEL) {
            for (double at = y + GAP / 2; at < y + h; at += GAP) {
                g.moveTo(x, at);
                g.lineTo(x + w, at);
            }
            return;
        }
        // Each line goes from the lower edge, at some place beside or within it, up by the height and as far to the right.
        for (double at = SLANTED / 2 - h; at < w; at += SLANTED) {
            double low = Math.max(0, -at);
            double high = Math.min(h, w - at);
            if (high > low) {
                boolean rising = pattern == Pattern.RISING;
                double from = at + low;
                double to = at + high;
                g.moveTo(rising ? x + from : x + w - from, y + h - low);
                g.lineTo(rising ? x + to : x + w - to, y + h - high);
            }
        }
    }
}
