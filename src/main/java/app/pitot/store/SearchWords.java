package app.pitot.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What a user searches for, made harmless.
 *
 * @param match an expression for the full-text index; null if there is no word in it
 * @param words to be marked in what is found
 */
record SearchWords(String match, List<Word> words) {
    /** Longer input is cut: nobody types that much, and every word costs time. */
    private static final int LONGEST = 2_000;
    private static final int MOST = 32;
    private static final int MOST_SYMBOLS = 8;

    static SearchWords of(String typed) {
        var match = new StringBuilder();
        var words = new ArrayList<Word>();
        var start = typed.strip();
        start = start.substring(0, Math.min(start.length(), LONGEST));
        for (var part : start.split("\\s+")) {
            var known = SearchText.words(part).replace('"', ' ').strip();
            if (words.size() < MOST && known.codePoints().anyMatch(SearchText::counts)) {
                match.append(match.isEmpty() ? "\"" : " AND \"").append(known).append('"');
                words.add(new Word(known, false, false));
            }
        }
        if (words.isEmpty()) {
            return symbols(start);
        }
        words.set(words.size() - 1, new Word(words.getLast().folded(), true, false));
        return new SearchWords(match.append(" *").toString(), words);
    }

    /** Where there is no word, what stands there counts as it is. */
    private static SearchWords symbols(String typed) {
        var words = new ArrayList<Word>();
        for (var part : typed.split("\\s+")) {
            if (words.size() < MOST_SYMBOLS && !part.isEmpty()
                    && part.chars().allMatch(c -> SearchText.fold((char) c) > ' ')) {
                words.add(new Word(part, true, true));
            }
        }
        return new SearchWords(null, List.copyOf(words));
    }

    /** True if only symbols are asked for, of which the index knows nothing. */
    boolean symbols() {
        return match == null && !words.isEmpty();
    }

    /**
     * One of them.
     *
     * @param folded as {@link SearchText} makes it; symbols as they are
     * @param beginning true if longer words count that begin so
     * @param symbol true if it stands for itself, wherever it is
     */
    record Word(String folded, boolean beginning, boolean symbol) {
        /** Where it ends if it stands in {@code text} at {@code at}; {@code at} if it does not. */
        int end(String text, int at) {
            if (symbol) {
                return text.startsWith(folded, at) ? at + folded.length() : at;
            }
            char first = SearchText.fold(text.charAt(at));
            if (first != folded.charAt(0) || (at > 0 && joined(text, at - 1) && joined(text, at))) {
                return at;
            }
            int i = at;
            for (int k = 0; k < folded.length();) {
                if (i >= text.length()) {
                    return at;
                }
                char c = SearchText.fold(text.charAt(i));
                if (c == 0) {
                    i++;
                } else if (c == folded.charAt(k)) {
                    i++;
                    k++;
                } else if (folded.charAt(k) == ' ') {
                    // Only between characters that stand alone.
                    k++;
                } else {
                    return at;
                }
            }
            while (i < text.length() && SearchText.fold(text.charAt(i)) == 0) {
                i++;
            }
            boolean goesOn = i < text.length() && joined(text, i) && joined(text, i - 1);
            return goesOn && !beginning ? at : i;
        }

        /** How often it stands in {@code text}. */
        int count(String text) {
            int found = 0;
            for (int i = 0; i < text.length(); i++) {
                boolean here = symbol
                        ? text.startsWith(folded, i)
                        : SearchText.fold(text.charAt(i)) == folded.charAt(0) && end(text, i) > i;
                found += here ? 1 : 0;
            }
            return found;
        }

        /** True if the character at {@code at} makes one word with its like beside it. */
        private static boolean joined(String text, int at) {
            char c = text.charAt(at);
            return Character.isLetterOrDigit(c) && !SearchText.alone(c);
        }
    }
}
