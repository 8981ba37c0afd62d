package app.pitot.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import javafx.scene.text.Font;

/**
 * The bundled typefaces. JavaFX knows each static weight as a family of its own, so stylesheets name "Inter", "Inter
 * Medium", "Inter Semi Bold" and "JetBrains Mono" and never a weight.
 */
final class Fonts {
    static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Italic.otf", "Inter-SemiBoldItalic.otf", "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /**
     * Makes the families known to this JVM; doing so again is harmless.
     *
     * @throws FontsUnavailableException if a native library is missing without which no text can be drawn
     */
    static void load() {
        FILES.forEach(Fonts::load);
    }

    static Font load(String file) {
        return load(file, in -> Font.loadFont(in, 13));
    }

    static Font load(String file, Function<InputStream, Font> loader) {
        try (var in = Fonts.class.getResourceAsStream("/app/pitot/ui/fonts/" + file)) {
            var font = in == null ? null : loader.apply(in);
            if (font == null) {
                throw new IllegalStateException("font missing or unreadable: " + file);
            }
            return font;
        } catch (LinkageError e) {
            // Only Linux leaves the drawing of text to a library that may not be there.
            if (System.getProperty("os.name").startsWith("Linux")) {
                throw new FontsUnavailableException(e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
