package app.pitot.store;

import java.text.Normalizer;

/**
 * Brings text into the form in which it is indexed and searched: small letters without accents, and each character of a
 * script that puts no spaces between words, and each symbol such as an emoji, as a word of its own.
 */
final class SearchText {
    /** By UTF-16 unit; 0 for what is left out. */
    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];
    private static final boolean[] ALONE = new boolean[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] = foldOne((char) c);
            ALONE[c] = standsAlone(c);
        }
    }

    private SearchText() {}

    /** 0 for an accent that belongs to the character before it. */
    static char fold(char c) {
        return FOLDED[c];
    }

    /** True if {@code codePoint} is a word of its own. */
    static boolean alone(int codePoint) {
        return codePoint <= Character.MAX_VALUE ? ALONE[codePoint] : standsAlone(codePoint);
    }

    /** True if it is part of a word. */
    static boolean counts(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || alone(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    /** Words between single or more spaces and other separators. */
    static String words(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                out.append(FOLDED[c]);
            } else if (Character.isSurrogate(c)) {
                int point = text.codePointAt(i);
                if (Character.charCount(point) == 1) {
                    out.append(' ');
                } else {
                    i++;
                    whole(out, point);
                }
            } else if (ALONE[c]) {
                out.append(' ').append(FOLDED[c]).append(' ');
            } else if (FOLDED[c] != 0) {
                out.append(FOLDED[c]);
            }
        }
        return out.toString();
    }

    private static void whole(StringBuilder out, int point) {
        if (standsAlone(point)) {
            out.append(' ').appendCodePoint(point).append(' ');
        } else {
            out.appendCodePoint(Character.toLowerCase(point));
        }
    }

    private static char foldOne(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        if (Character.isISOControl(c)) {
            return ' ';
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char only = 0;
        for (int i = 0; i < parts.length(); i++) {
            if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
                if (only != 0) {
                    return Character.toLowerCase(c);
                }
                only = parts.charAt(i);
            }
        }
        return Character.toLowerCase(only == 0 ? c : only);
    }

    private static boolean standsAlone(int point) {
        if (point < 128) {
            return false;
        }
        if (Character.getType(point) == Character.OTHER_SYMBOL) {
            return true;
        }
        return Character.isLetter(point) && switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> Character.isIdeographic(point);
        };
    }
}
