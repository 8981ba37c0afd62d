package app.pitot.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The bundled typefaces. JavaFX knows each static weight as a family of its own, so stylesheets name "Inter", "Inter
 * Medium", "Inter Semi Bold" and "JetBrains Mono" and never a weight.
 */
final class Fonts {
    static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /** Makes the families known to this JVM; doing so again is harmless. */
    static void load() {
        FILES.forEach(Fonts::load);
    }

    static Font load(String file) {
        try (var in = Fonts.class.getResourceAsStream("/app/pitot/ui/fonts/" + file)) {
            var font = in == null ? null : Font.loadFont(in, 13);
            if (font == null) {
                throw new IllegalStateException("font missing or unreadable: " + file);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
