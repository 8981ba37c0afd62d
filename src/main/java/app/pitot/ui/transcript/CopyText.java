package app.pitot.ui.transcript;

import java.util.regex.Pattern;

/**
 * Makes text fit for the clipboard, from where it may go to a terminal or to other people. What nobody sees must not come
 * along: escape sequences that steer a terminal, and characters that turn the direction of writing or hide a message.
 */
final class CopyText {
    private static final char ESCAPE = 0x1b;
    /** A control sequence, an operating system command up to its end, or any other escape with its one letter. */
    private static final Pattern SEQUENCES = Pattern.compile(
            "\u001b\\[[0-?]*[ -/]*[@-~]|\u009b[0-?]*[ -/]*[@-~]"
                    + "|[\u001b][\\]PX^_][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\\\)|\u001b[ -/]*[0-~]");
    private static final int FLAG = 0x1f3f4;

    private CopyText() {}

    /** Without escape sequences, control characters but tab and line feed, and invisible characters that mislead. */
    static String plain(String text) {
        var lines = withoutSequences(text).replace("\r\n", "\n").replace('\r', '\n');
        var clean = new StringBuilder(lines.length());
        int before = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            int c = lines.codePointAt(i);
            if (!control(c) && !turns(c) && !(tag(c) && before != FLAG && !tag(before))) {
                clean.appendCodePoint(c);
                before = c;
            }
        }
        return clean.toString();
    }

    /**
     * Exactly the source, but for escape sequences and control characters other than tab, line feed and carriage return:
     * Markdown knows none of them. Directions of writing are part of a text and stay.
     */
    static String markdown(String source) {
        var text = withoutSequences(source);
        if (text.chars().noneMatch(c -> c != '\r' && control(c))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.chars().filter(c -> c == '\r' || !control(c)).forEach(c -> clean.append((char) c));
        return clean.toString();
    }

    private static String withoutSequences(String text) {
        return text.indexOf(ESCAPE) < 0 && text.indexOf(0x9b) < 0 ? text : SEQUENCES.matcher(text).replaceAll("");
    }

    private static boolean control(int c) {
        return c != '\t' && c != '\n' && Character.isISOControl(c);
    }

    /** Embeddings, overrides and isolates; the plain marks that right-to-left text needs stay. */
    private static boolean turns(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    /** Invisible letters, of use only behind the flag that they name. */
    private static boolean tag(int c) {
        return c >= 0xe0001 && c <= 0xe007f;
    }
}
