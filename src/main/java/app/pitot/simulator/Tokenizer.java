package app.pitot.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * The simulator's own tokens: three to five characters each, four on average, ending before a space or a line break where
 * one is near. The same text always gives the same tokens, and the tokens put together give the text.
 */
final class Tokenizer {
    private static final int SHORT = 3;
    private static final int USUAL = 4;
    private static final int LONG = 5;
    /** With so many characters after its first, a token's end is settled whatever is added to the text. */
    static final int AHEAD = LONG;

    private Tokenizer() {}

    static List<String> split(String text) {
        var tokens = new ArrayList<String>(text.length() / USUAL + 1);
        for (int at = 0; at < text.length();) {
            int end = end(text, at);
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    static int count(CharSequence text) {
        int tokens = 0;
        for (int at = 0; at < text.length(); at = end(text, at))
            tokens++;
        return tokens;
    }

    /** Where the token ends that begins at {@code from}. */
    static int end(CharSequence text, int from) {
        int end = from + (breaks(text, from + USUAL)
                ? USUAL
                : breaks(text, from + LONG) ? LONG : breaks(text, from + SHORT) ? SHORT : USUAL);
        if (end >= text.length())
            return text.length();
        // A character outside the basic plane is two chars that stay together.
        return Character.isLowSurrogate(text.charAt(end)) && Character.isHighSurrogate(text.charAt(end - 1))
                ? end + 1
                : end;
    }

    private static boolean breaks(CharSequence text, int at) {
        return at >= text.length() || text.charAt(at) == ' ' || text.charAt(at) == '\n';
    }
}
