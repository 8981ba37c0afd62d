package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import java.util.Locale;

/** What measures are called. */
final class Measures {
    private Measures() {}

    /** What it means, and which is better. */
    static String help(Measure measure) {
        return Texts.get("pictures.measure.help." + measure.name().toLowerCase(Locale.ROOT));
    }
}
