package app.pitot.keys;

import app.pitot.base.Texts;
import java.util.regex.Pattern;

/** What a user meant by a pasted text. */
final class PastedKey {
    private static final int LOOKED_AT = 200;
    private static final String QUOTES = "\"'`";
    private static final Pattern HEADER = Pattern
            .compile("(?i)(-H\\s*[\"']?\\s*)?((authorization|x-api-key|api-key)\\s*:|bearer\\s)");
    /** A name alone is not enough: keys in Base64 end in equals signs. */
    private static final Pattern VARIABLE = Pattern
            .compile("((export|set|setx)\\s+|\\$env:)\\w+\\s*=|[A-Z][A-Z0-9_]*_(KEY|TOKEN|SECRET)\\s*=");
    private PastedKey() {}

    /** {@code text} without what surrounds the key; complains of what stands inside. Length is the caller's to check. */
    static CharSequence clean(CharSequence text) throws KeyException {
        int from = 0;
        int to = text.length();
        while (from < to && surrounds(text.charAt(from))) {
            from++;
        }
        while (to > from && surrounds(text.charAt(to - 1))) {
            to--;
        }
        checkWrapping(text.subSequence(from, Math.min(to, from + LOOKED_AT)));
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || QUOTES.indexOf(c) >= 0) {
                throw new KeyException(KeyException.Trouble.INVALID, Texts.get(complaint(c), i - from + 1));
            }
        }
        return text.subSequence(from, to);
    }

    /** Whoever copies a line of a guide has more than the key in hand, and mostly nothing in it that no key could have. */
    private static void checkWrapping(CharSequence beginning) throws KeyException {
        var key = HEADER.matcher(beginning).lookingAt()
                ? "keys.pasted.header"
                : VARIABLE.matcher(beginning).lookingAt() ? "keys.pasted.variable" : null;
        if (key != null) {
            throw new KeyException(KeyException.Trouble.INVALID, Texts.get(key));
        }
    }

    private static String complaint(char c) {
        if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
            return "keys.pasted.line";
        }
        return c == '\t' || Character.isSpaceChar(c) ? "keys.pasted.space" : "keys.pasted.foreign";
    }

    /** White space, quotation marks, and the marks without width that web pages put around what they show. */
    private static boolean surrounds(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c)
                || "\"'`\u2018\u2019\u201c\u201d\ufeff".indexOf(c) >= 0
                || Character.getType(c) == Character.FORMAT;
    }
}
