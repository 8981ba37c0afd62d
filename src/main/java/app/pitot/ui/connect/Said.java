package app.pitot.ui.connect;

/**
 * A sentence and how it is meant.
 *
 * @param text empty for nothing to say
 */
public record Said(Tone tone, String text) {
    /** Nothing to say. */
    public static final Said NOTHING = new Said(Tone.PLAIN, "");

    /** How a sentence is meant; its words must say it too. */
    public enum Tone {
        PLAIN, GOOD, WARN, BAD
    }

    public static Said plain(String text) {
        return new Said(Tone.PLAIN, text);
    }

    public static Said good(String text) {
        return new Said(Tone.GOOD, text);
    }

    public static Said warn(String text) {
        return new Said(Tone.WARN, text);
    }

    public static Said bad(String text) {
        return new Said(Tone.BAD, text);
    }

    public boolean nothing() {
        return text.isEmpty();
    }
}
