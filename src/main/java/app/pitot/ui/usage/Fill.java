package app.pitot.ui.usage;

/**
 * How an area is drawn: told apart by its colour, and by its pattern where colours cannot be.
 *
 * @param series which of the colours of groups, from 0, if {@code tone} is SERIES
 */
record Fill(Tone tone, int series, Pattern pattern) {
    /** How many colours groups have. */
    static final int COLOURS = 7;
    static final Fill OTHERS = of(Tone.QUIET, Pattern.SOLID);

    enum Tone {
        SERIES, ACCENT, PALE, QUIET, WARN, BAD
    }

    enum Pattern {
        SOLID, RISING, LEVEL, FALLING
    }

    static Fill of(Tone tone, Pattern pattern) {
        return new Fill(tone, 0, pattern);
    }

    static Fill series(int index) {
        return new Fill(Tone.SERIES, index, Pattern.values()[index % Pattern.values().length]);
    }
}
