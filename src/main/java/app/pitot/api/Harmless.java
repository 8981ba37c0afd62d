package app.pitot.api;

/** Makes short texts from outside fit to show and to copy. */
public final class Harmless {
    private Harmless() {}

    /**
     * {@code text} on one line: without control characters, without those that turn the direction of writing, hide or join
     * others, and no longer than {@code most} characters. Null stays null.
     */
    public static String line(String text, int most) {
        if (text == null) {
            return null;
        }
        var clean = new StringBuilder();
        var all = text.strip().codePoints().limit(most + 1L).toArray();
        for (int c : all) {
            clean.appendCodePoint(harmful(c) ? 0xFFFD : c);
        }
        return all.length <= most ? clean.toString() : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The same with every blank, tab and line break in its place. */
    public static String keepingBlanks(String text, int most) {
        var clean = new StringBuilder();
        text.codePoints().limit(most)
                .forEach(c -> clean.appendCodePoint(c != '\n' && c != '\t' && harmful(c) ? 0xFFFD : c));
        return clean.toString();
    }

    /** True for a character that shows itself and does nothing to others. */
    public static boolean character(int c) {
        return !harmful(c);
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
