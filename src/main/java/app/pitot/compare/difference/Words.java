package app.pitot.compare.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into words, white space and signs, so that all of them together are the text again. Never between the halves of
 * a pair, nor in front of an accent or what a joiner binds. Scripts without spaces are cut at every character.
 */
public final class Words {
    private static final int JOINER = 0x200D;

    private enum Sort {
        WORD, SPACE, SINGLE
    }

    private Words() {}

    static List<String> split(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        Sort sort = null;
        int before = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (i > start && !clings(c, before)) {
                var now = sort(c);
                if (now != sort || now == Sort.SINGLE) {
                    words.add(text.substring(start, i));
                    start = i;
                    sort = now;
                }
            } else if (i == start) {
                sort = sort(c);
            }
            before = c;
            i += Character.charCount(c);
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** How many words {@code text} has; a character of a script without spaces is one. */
    public static int count(String text) {
        int words = 0;
        for (var word : split(text)) {
            words += isWord(word) ? 1 : 0;
        }
        return words;
    }

    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            lines.add(text.substring(start, feed + 1));
            start = feed + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** True unless it is white space or signs only. */
    static boolean isWord(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean clings(int c, int before) {
        return before == JOINER || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                true;
            default -> c >= 0x1F3FB && c <= 0x1F3FF;
        };
    }

    private static Sort sort(int c) {
        if (Character.isWhitespace(c)) {
            return Sort.SPACE;
        }
        return Character.isLetterOrDigit(c) && !alone(c) ? Sort.WORD : Sort.SINGLE;
    }

    private static boolean alone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(c) || switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
