package app.pitot.ui.advice;

import app.pitot.base.Texts;
import java.util.Locale;

/** A usual size of requests. */
enum Preset {
    CHAT(400, 100, 100L), PAGE(1_200, 300, 300L), CLASSIFY(90, 10, 10L), DOCUMENT(6_000, 800, 1_024L);

    private final long input;
    private final long output;
    private final Long cap;

    Preset(long input, long output, Long cap) {
        this.input = input;
        this.output = output;
        this.cap = cap;
    }

    long input() {
        return input;
    }

    long output() {
        return output;
    }

    Long cap() {
        return cap;
    }

    String words() {
        return Texts.get("planner.preset." + name().toLowerCase(Locale.ROOT));
    }
}
