package app.pitot.ui.usage;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide words are in the usual type. */
final class TextWidth {
    private TextWidth() {}

    static double of(String words, double size) {
        var text = new Text(words);
        text.setFont(Font.font("Inter", size));
        return text.getLayoutBounds().getWidth();
    }
}
