package app.pitot.cli;

import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;

/**
 * One line of limits.
 *
 * @param tone what colour may say of it; the words say the same
 */
record LimitsLine(String text, Tone tone) {
    /** How urgent it is. */
    enum Tone {
        PLAIN,
        /** It would refuse first. */
        FIRST, LOW, URGENT;

        static Tone of(Level level) {
            return switch (level) {
                case AMBER -> LOW;
                case RED, EXHAUSTED -> URGENT;
                case NORMAL, UNKNOWN -> PLAIN;
            };
        }

        static Tone of(WindowState window) {
            var tone = of(window.level());
            return tone == PLAIN && window.binding() ? FIRST : tone;
        }
    }

    static LimitsLine plain(String text) {
        return new LimitsLine(text, Tone.PLAIN);
    }
}
