package app.pitot.ui.editor;

/** Lays valid JSON out with one member a line. Names, texts, numbers and their order stay exactly as written. */
final class JsonLayout {
    private static final int INDENT = 2;

    private final String json;
    private final StringBuilder out;
    private int depth;

    private JsonLayout(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 2);
    }

    /** @param json free of errors */
    static String of(String json) {
        return new JsonLayout(json).run();
    }

    private String run() {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case ' ', '\t', '\r', '\n' -> {
                }
                case '"' -> i = string(i);
                case '{', '[' -> i = open(c, i);
                case '}', ']' -> {
                    depth--;
                    line();
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    line();
                }
                case ':' -> out.append(": ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private int string(int from) {
        int i = from + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        out.append(json, from, i + 1);
        return i;
    }

    /** What is empty stays on one line. */
    private int open(char bracket, int from) {
        int i = from + 1;
        while (Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        out.append(bracket);
        if (json.charAt(i) == (bracket == '{' ? '}' : ']')) {
            out.append(json.charAt(i));
            return i;
        }
        depth++;
        line();
        return from;
    }

    private void line() {
        out.append('\n').repeat(' ', depth * INDENT);
    }
}
