package app.pitot.markdown;

/**
 * Makes the end of unfinished text readable: what may still turn into a marker is held back, and emphasis or code that
 * was opened is shown as such before its end arrives. Only ever used for what is shown for the moment.
 */
final class OpenEnd {
    private static final int HELD = 6;
    private static final String MARKERS = "-=_*+#>|`~:.) 0123456789";

    private OpenEnd() {}

    static String readable(String text) {
        return closed(withoutHalfMarker(text));
    }

    /** A lone "-" below a paragraph would flash as a heading, "1" in front of a list as text. */
    private static String withoutHalfMarker(String text) {
        int start = text.lastIndexOf('\n') + 1;
        if (start == 0 && text.length() > HELD || text.length() - start > HELD) {
            return text;
        }
        for (int i = start; i < text.length(); i++) {
            if (MARKERS.indexOf(text.charAt(i)) < 0) {
                return text;
            }
        }
        return text.substring(0, start);
    }

    private static String closed(String text) {
        int start = text.lastIndexOf('\n') + 1;
        boolean code = false;
        int strong = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                code = !code;
            } else if (!code && c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                strong = strong < 0 ? i : -1;
                i++;
            }
        }
        if (code) {
            return text.endsWith("`") ? text.substring(0, text.length() - 1) : text + '`';
        }
        if (strong < 0) {
            return text;
        }
        var inner = text.substring(strong + 2);
        if (inner.isEmpty() || inner.equals("*")) {
            return text.substring(0, strong);
        }
        if (Character.isWhitespace(inner.charAt(0))) {
            return text;
        }
        var end = text.stripTrailing();
        return (end.endsWith("*") ? end.substring(0, end.length() - 1) : end) + "**";
    }
}
