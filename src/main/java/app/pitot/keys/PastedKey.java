package app.pitot.keys;

import app.pitot.base.Texts;

/** What a user meant by a pasted text. */
final class PastedKey {
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
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127) {
                throw new KeyException(KeyException.Trouble.INVALID, Texts.get(complaint(c), i - from + 1));
            }
        }
        return text.subSequence(from, to);
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
