package app.pitot.ui.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** The size of the transcript's text in percent. */
public final class Zoom {
    /** The size that it is designed for. */
    public static final int USUAL = 100;
    private static final int SMALLEST = 80;
    private static final int LARGEST = 200;
    private static final int STEP = 10;
    private static final Pattern SIZE = Pattern.compile("(-fx-font-size|-fx-line-spacing): *([0-9.]+)px");
    private static final String SHEET = "transcript.css";

    private Zoom() {}

    /** The size {@code steps} larger or smaller, within the bounds. */
    static int step(int percent, int steps) {
        return Math.clamp(percent + steps * (long) STEP, SMALLEST, LARGEST);
    }

    /** Address of the style sheet with every size of text scaled; at the usual size the sheet itself. */
    static String sheet(int percent) {
        var usual = Zoom.class.getResource(SHEET);
        int bounded = step(percent, 0);
        if (bounded == USUAL) {
            return usual.toExternalForm();
        }
        try (var in = usual.openStream()) {
            var rules = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var scaled = SIZE.matcher(rules).replaceAll(found -> found.group(1) + ": " + String.format(Locale.ROOT,
                    "%.2fpx", Double.parseDouble(found.group(2)) * bounded / USUAL));
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
