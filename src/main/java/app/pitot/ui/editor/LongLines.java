package app.pitot.ui.editor;

/**
 * Cuts lines for the screen that a text layout could not take anew at every key. The cuts are marked, and are no part of
 * the text. A word joiner in front of a line feed, which has no effect there, is taken out of the text itself.
 */
final class LongLines {
    /** Longest line on the screen, in characters: a layout of so many takes about a millisecond. */
    static final int LONGEST = 4_000;
    static final String CUT = "\u2060\n";
    private static final int WORD = 200;

    private LongLines() {}

    /** With line feeds only, and without what could be taken for a cut. */
    static String plain(String text) {
        var feeds = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return feeds.contains(CUT) ? feeds.replace(CUT, "\n") : feeds;
    }

    /** The text of {@code shown} without the cuts. */
    static String joined(String shown) {
        return shown.contains(CUT) ? shown.replace(CUT, "") : shown;
    }

    /**
     * {@code text} with cuts, for a place in a line.
     *
     * @param before length of that line in front of the place, at most {@link #LONGEST}
     * @param after length of that line behind the place, at most {@link #LONGEST}
     */
    static String cut(String text, int before, int after) {
        if (before + text.length() + after <= LONGEST) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 64);
        int line = before;
        int from = 0;
        while (true) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed;
            while (line + end - from > LONGEST) {
                int to = place(text, from, from + LONGEST - line);
                shown.append(text, from, to).append(CUT);
                from = to;
                line = 0;
            }
            shown.append(text, from, end);
            line += end - from;
            if (feed < 0) {
                return line + after > LONGEST ? shown.append(CUT).toString() : shown.toString();
            }
            shown.append('\n');
            line = 0;
            from = end + 1;
        }
    }

    /** Behind a space if there is one in reach, never between the halves of a pair; may be {@code from}. */
    private static int place(String text, int from, int most) {
        for (int i = most; i > Math.max(from, most - WORD); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        boolean inPair = most > from && Character.isHighSurrogate(text.charAt(most - 1));
        return inPair ? most - 1 : most;
    }
}
