package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts text with thousands of marks of emphasis: to find their pairs takes the square of their number. Cells of a table are
 * read one by one, so a table is left whole.
 */
final class Crowd {
    /** So many marks are read together in a few milliseconds. */
    static final int MOST = 2_000;
    private static final Pattern TABLE = Pattern.compile("[^\n]*\n[ >]*\\|?[ \t]*:?-+[ \t|:-]*\n");

    private Crowd() {}

    /** The pieces of {@code text} in order, each with at most {@link #MOST} marks; one where they are not too many. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            if (mark(text.charAt(i)) && ++marks > MOST) {
                if (pieces.isEmpty() && TABLE.matcher(text).lookingAt()) {
                    return List.of(text);
                }
                int end = from + Runs.cut(text.substring(from, i), i - from);
                pieces.add(text.substring(from, end));
                from = end;
                i = end - 1;
                marks = 0;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static boolean mark(char c) {
        return c == '*' || c == '_' || c == '~';
    }
}
