package app.pitot.markdown;

/**
 * Bounds what a text layout must take for one character: no more than a few accents and joined signs in a row. A layout
 * needs seconds for a thousand of them, and no language needs more than a handful. Remembers the end of the text before,
 * so that any cutting of a stream gives the same.
 */
final class Clusters {
    static final int MOST = 24;
    private static final char JOINER = '\u200d';
    /** Below this stand letters, which a joiner does not bind. */
    private static final char SIGNS = 0x2000;

    private int length;
    private boolean joined;

    /** {@code text} without what lies beyond the bound; the same object if nothing does. */
    CharSequence bounded(CharSequence text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (keep(c)) {
                if (kept != null) {
                    kept.append(c);
                }
            } else if (kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
        }
        return kept == null ? text : kept;
    }

    private boolean keep(char c) {
        boolean extending = c == JOINER || joined && c >= SIGNS || Character.isLowSurrogate(c) && length > 0 || mark(c);
        length = extending ? length + 1 : 0;
        joined = c == JOINER || joined && Character.isHighSurrogate(c);
        // A pair is kept or dropped whole: its first half decides.
        return length < MOST || Character.isLowSurrogate(c) && length == MOST;
    }

    private static boolean mark(char c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
