package app.pitot.ui.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps text that runs from right to left from breaking the layout of a window. JavaFX (24 to 27) cannot wrap one run of
 * it into three lines: it throws at every pulse from then on. Such text is therefore laid out word by word.
 */
public final class RightToLeft {
    /** Longest piece, in characters: two of them always fit where a column is worth reading. */
    static final int PIECE = 8;
    private static final char FIRST = '\u0590';
    private static final String EMBED = "\u202b";
    private static final String END = "\u202c";
    /** No letter, but of the other direction: what stands before and behind it are runs of their own. */
    private static final String BETWEEN = "\u200e";

    private RightToLeft() {}

    /** {@code text} in pieces, each to be a text node of its own; one if nothing in it runs from right to left. */
    public static List<String> pieces(String text) {
        if (!any(text)) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        boolean forced = forced(text);
        boolean inside = forced;
        int start = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            boolean turned = turns(text, i, inside, forced);
            boolean full = inside && (i - start >= PIECE && !joins(text, i) || i - start >= 4 * PIECE
                    || i > start && word(text, i));
            if (i > start && (turned || full)) {
                pieces.add(text.substring(start, i));
                start = i;
            }
            inside ^= turned;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** {@code text} for a label, which has one text node: with signs between words that are not seen. */
    public static String label(String text) {
        if (text == null || !any(text)) {
            return text;
        }
        var marked = new StringBuilder(text.length() + 32);
        boolean open = false;
        for (var piece : pieces(text)) {
            boolean runs = any(piece) || open && !leftToRight(piece);
            marked.append(runs == open ? runs ? BETWEEN : "" : runs ? EMBED : END).append(piece);
            open = runs;
        }
        return open ? marked.append(END).toString() : marked.toString();
    }

    /** As wide as {@code text}, nearly, and always from left to right. */
    public static String measurable(String text) {
        if (!any(text)) {
            return text;
        }
        var same = new StringBuilder(text);
        for (int i = 0; i < same.length(); i++) {
            char c = same.charAt(i);
            if (strong(c) || forcing(c) || Character.isSurrogate(c)) {
                same.setCharAt(i, 'n');
            }
        }
        return same.toString();
    }

    /** True if anything in it runs from right to left. */
    public static boolean any(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && (forcing(c) || strong(Character.codePointAt(text, i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean leftToRight(String piece) {
        return piece.codePoints()
                .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    private static boolean turns(String text, int at, boolean inside, boolean forced) {
        int c = text.codePointAt(at);
        return !forced && (inside
                ? c == '\n' || Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                : strong(c));
    }

    private static boolean word(String text, int at) {
        return Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
    }

    /** True if the character at {@code at} must stay with the one before it. */
    private static boolean joins(String text, int at) {
        int type = Character.getType(text.codePointAt(at));
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean forced(String text) {
        return text.chars().anyMatch(c -> forcing((char) c));
    }

    /** Embeds or overrides: even Latin letters may run from right to left behind it. */
    private static boolean forcing(char c) {
        return c == '\u202b' || c == '\u202e' || c == '\u2067' || c == '\u2068';
    }

    private static boolean strong(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                true;
            default -> false;
        };
    }
}
