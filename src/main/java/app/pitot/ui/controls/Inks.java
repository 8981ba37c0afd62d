package app.pitot.ui.controls;

import javafx.scene.paint.Color;

/** The colours of one palette, as a painted control sees them; amber comes stronger for areas and darker for text. */
public record Inks(Color accent, Color track, Color text, Color muted, Color faint, Color amber, Color amberText,
        Color red, Color raised, Color line) {
    /** {@code c} seen through by as much as {@code opacity} is below 1. */
    public static Color alpha(Color c, double opacity) {
        return Color.color(c.getRed(), c.getGreen(), c.getBlue(), c.getOpacity() * opacity);
    }
}
