package app.pitot.ui.common;

import app.pitot.api.JsonText;
import java.util.Optional;

/** JSON in a form that reads well. Safe from any thread. */
public final class JsonLayout {
    private static final String INDENT = "  ";

    private JsonLayout() {}

    /**
     * The same JSON a field a line. Strings and numbers stay as they are spelled; only the space between them changes.
     * Empty if {@code text} is no JSON.
     */
    public static Optional<String> pretty(String text) {
        return JsonText.check(text, JsonText.Kind.ANY).isPresent() ? Optional.empty() : Optional.of(lines(text));
    }

    /** @param json valid */
    private static String lines(String json) {
        var out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {
                    // Space between values: ours takes its place.
                }
                case '"' -> {
                    int end = stringEnd(json, i);
                    out.append(json, i, end);
                    i = end - 1;
                }
                case '{', '[' -> {
                    int close = next(json, i + 1);
                    out.append(c);
                    if (json.charAt(close) == (c == '{' ? '}' : ']')) {
                        out.append(json.charAt(close));
                        i = close;
                    } else {
                        line(out, ++depth);
                    }
                }
                case '}', ']' -> {
                    line(out, --depth);
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    line(out, depth);
                }
                case ':' -> out.append(": ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static int stringEnd(String json, int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static int next(String json, int from) {
        int i = from;
        while (Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i;
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').repeat(INDENT, depth);
    }
}
