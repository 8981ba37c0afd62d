package app.pitot.inspect;

import app.pitot.api.Harmless;

/** Beginnings of texts, on one line and harmless. */
final class Excerpts {
    private static final int MOST = 200;

    private Excerpts() {}

    static String of(String text) {
        return Harmless.line(start(text).replaceAll("[\n\r\t]+", " "), MOST);
    }

    /** What a model said, where blanks matter: those at either end and line breaks have signs of their own. */
    static String said(String text) {
        var seen = new StringBuilder(
                start(text).replace("\r\n", "\n").replace('\n', '⏎').replace('\r', '⏎').replace('\t', '⇥'));
        for (int i = 0; i < seen.length() && seen.charAt(i) == ' '; i++) {
            seen.setCharAt(i, '␣');
        }
        for (int i = seen.length() - 1; i >= 0 && seen.charAt(i) == ' '; i--) {
            seen.setCharAt(i, '␣');
        }
        return Harmless.line(seen.toString(), MOST);
    }

    private static String start(String text) {
        return text.length() <= 2 * MOST ? text : text.substring(0, 2 * MOST);
    }
}
