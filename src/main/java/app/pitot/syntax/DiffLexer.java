package app.pitot.syntax;

/** Reads a patch, line by line. */
final class DiffLexer implements Lexer {
    @Override
    public State read(String code, int from, int to, State state, RunList runs) {
        int start = from;
        while (start < to) {
            int feed = code.indexOf('\n', start, to);
            int end = feed < 0 ? to : feed;
            runs.add(start, end, kind(code, start, end));
            start = end + 1;
        }
        return State.START;
    }

    private static Kind kind(String code, int start, int end) {
        if (start == end) {
            return null;
        }
        return switch (code.charAt(start)) {
            case '+' -> code.startsWith("+++ ", start) ? Kind.COMMENT : Kind.INSERTED;
            case '-' -> code.startsWith("--- ", start) ? Kind.COMMENT : Kind.DELETED;
            case '@' -> Kind.FUNCTION;
            case ' ' -> null;
            default -> code.startsWith("diff ", start) || code.startsWith("index ", start)
                    || code.startsWith("\\ No newline", start) ? Kind.COMMENT : null;
        };
    }
}
