package app.pitot.syntax;

/** Reads HTML and XML: tags, attributes, comments, and scripts and styles by their own language. */
final class MarkupLexer implements Lexer {
    private static final int TAG = 1;
    private static final int COMMENT = 2;
    private static final int DOUBLE = 3;
    private static final int SINGLE = 4;
    private static final int GUEST = 5;
    /** What a tag that was begun leads to. */
    private static final int TEXT = 0;
    private static final int SCRIPT = 1;
    private static final int STYLE = 2;

    private final Lexer script;
    private final Lexer style;

    /** @param script null for XML, which has none; likewise {@code style} */
    MarkupLexer(Lexer script, Lexer style) {
        this.script = script;
        this.style = style;
    }

    @Override
    public State read(String code, int from, int to, State state, RunList runs) {
        int mode = state.mode;
        int leads = state.depth;
        var inner = state.inner;
        int at = from;
        while (at < to) {
            int start = at;
            switch (mode) {
                case COMMENT -> {
                    int end = code.indexOf("-->", at, to);
                    at = end < 0 ? to : end + 3;
                    runs.add(start, at, Kind.COMMENT);
                    mode = end < 0 ? COMMENT : 0;
                }
                case DOUBLE, SINGLE -> {
                    int end = code.indexOf(mode == DOUBLE ? '"' : '\'', at, to);
                    at = end < 0 ? to : end + 1;
                    runs.add(start, at, Kind.STRING);
                    mode = end < 0 ? mode : TAG;
                }
                case GUEST -> {
                    int end = closing(code, at, to, leads == SCRIPT ? "</script" : "</style");
                    var guest = leads == SCRIPT ? script : style;
                    inner = guest.read(code, at, end, inner == null ? State.START : inner, runs);
                    at = end;
                    if (end < to) {
                        inner = null;
                        mode = 0;
                    }
                }
                case TAG -> {
                    char c = code.charAt(at);
                    at++;
                    if (c == '>') {
                        runs.add(start, at, Kind.TAG);
                        mode = leads == TEXT || code.charAt(Math.max(from, at - 2)) == '/' ? 0 : GUEST;
                    } else if (c == '"' || c == '\'') {
                        runs.add(start, at, Kind.STRING);
                        mode = c == '"' ? DOUBLE : SINGLE;
                    } else if (c == '/' || c == '?') {
                        runs.add(start, at, Kind.TAG);
                    } else if (name(c)) {
                        at = nameEnd(code, at, to);
                        runs.add(start, at, Kind.ATTRIBUTE);
                    }
                }
                default -> {
                    char c = code.charAt(at);
                    if (c == '<' && code.startsWith("<!--", at)) {
                        at = Math.min(to, at + 4);
                        runs.add(start, at, Kind.COMMENT);
                        mode = COMMENT;
                    } else if (c == '<' && at + 1 < to && begins(code.charAt(at + 1))) {
                        at = nameEnd(code, at + 2, to);
                        runs.add(start, at, Kind.TAG);
                        leads = leads(code, start, at);
                        mode = TAG;
                    } else if (c == '&') {
                        at = entityEnd(code, at, to);
                        runs.add(start, at, at - start > 1 ? Kind.CONSTANT : null);
                    } else {
                        at++;
                    }
                }
            }
        }
        return mode == 0 ? State.START : State.with(mode, leads, null, inner);
    }

    private int leads(String code, int start, int end) {
        if (script != null && end - start == 7 && code.regionMatches(true, start, "<script", 0, 7)) {
            return SCRIPT;
        }
        return style != null && end - start == 6 && code.regionMatches(true, start, "<style", 0, 6) ? STYLE : TEXT;
    }

    private static int closing(String code, int from, int to, String tag) {
        int at = code.indexOf('<', from, to);
        while (at >= 0 && !code.regionMatches(true, at, tag, 0, tag.length())) {
            at = code.indexOf('<', at + 1, to);
        }
        return at < 0 ? to : at;
    }

    private static int entityEnd(String code, int at, int to) {
        int most = Math.min(to, at + 12);
        for (int i = at + 1; i < most; i++) {
            char c = code.charAt(i);
            if (c == ';') {
                return i + 1;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                break;
            }
        }
        return at + 1;
    }

    private static boolean begins(char c) {
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private static boolean name(char c) {
        return Character.isLetterOrDigit(c) || "-_:.@#*".indexOf(c) >= 0;
    }

    private static int nameEnd(String code, int from, int to) {
        int at = from;
        while (at < to && name(code.charAt(at))) {
            at++;
        }
        return at;
    }
}
