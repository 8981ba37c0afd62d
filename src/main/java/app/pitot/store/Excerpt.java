package app.pitot.store;

import app.pitot.history.Hit;
import java.util.ArrayList;
import java.util.List;

/**
 * A few words around the first place where one of the searched words stands.
 *
 * @param line with white space of any kind as single spaces
 */
record Excerpt(String line, List<Hit.Mark> marks) {
    private static final int BEFORE = 40;
    private static final int LENGTH = 160;
    /** In longer texts only the beginning is looked through for the place to show. */
    private static final int LOOKED_THROUGH = 2_000_000;

    /** @return null if no word is found */
    static Excerpt of(String text, List<SearchWords.Word> words) {
        int first = first(text, words);
        if (first < 0) {
            return null;
        }
        return around(text, start(text, first), words);
    }

    /** The beginning, whether or not it has one of them. */
    static Excerpt beginning(String text, List<SearchWords.Word> words) {
        return around(text, 0, words);
    }

    private static Excerpt around(String text, int from, List<SearchWords.Word> words) {
        var line = new StringBuilder();
        var marks = new ArrayList<Hit.Mark>();
        if (from > 0) {
            line.append('…');
        }
        int until = Math.min(text.length(), from + LENGTH);
        if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
            until--;
        }
        int i = from;
        while (i < until) {
            int end = Math.min(until, longest(text, i, words));
            int begin = line.length();
            for (int at = i; at < Math.max(end, i + 1); at++) {
                append(line, text.charAt(at));
            }
            if (end > i && line.length() > begin) {
                marks.add(new Hit.Mark(begin, line.length()));
            }
            i = Math.max(end, i + 1);
        }
        if (until < text.length()) {
            line.append('…');
        }
        return new Excerpt(line.toString(), marks);
    }

    private static void append(StringBuilder line, char c) {
        if (!Character.isWhitespace(c) && !Character.isISOControl(c) && !Character.isSpaceChar(c)) {
            line.append(c);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static int first(String text, List<SearchWords.Word> words) {
        int until = Math.min(text.length(), LOOKED_THROUGH);
        for (int i = 0; i < until; i++) {
            if (longest(text, i, words) > i) {
                return i;
            }
        }
        return -1;
    }

    /** At a beginning of a word, if there is one near. */
    private static int start(String text, int first) {
        int from = Math.max(0, first - BEFORE);
        for (int i = from; from > 0 && i < first; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** Where the longest of {@code words} that stands at {@code at} ends; {@code at} if none does. */
    private static int longest(String text, int at, List<SearchWords.Word> words) {
        int end = at;
        for (var word : words) {
            end = Math.max(end, word.end(text, at));
        }
        return end;
    }
}
