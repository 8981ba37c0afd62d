package app.pitot.syntax;

import java.util.Optional;
import java.util.function.Function;

/** Reads Markdown, line by line, and what stands in its fences by the language that they name. */
final class MarkdownLexer implements Lexer {
    private static final int FENCE = 3;

    private final Function<String, Optional<Lexer>> lexers;

    MarkdownLexer(Function<String, Optional<Lexer>> lexers) {
        this.lexers = lexers;
    }

    /** The depth of a state in a fence is the length of its mark, the mode its character. */
    @Override
    public State read(String code, int from, int to, State state, RunList runs) {
        var open = state;
        int start = from;
        while (start < to) {
            int feed = code.indexOf('\n', start, to);
            int next = feed < 0 ? to : feed + 1;
            int end = feed < 0 ? to : feed;
            open = open.mode == 0 ? prose(code, start, end, runs) : fenced(code, start, end, next, open, runs);
            start = next;
        }
        return open;
    }

    private State prose(String code, int start, int end, RunList runs) {
        int at = start;
        while (at < end && code.charAt(at) == ' ') {
            at++;
        }
        if (at == end) {
            return State.START;
        }
        char c = code.charAt(at);
        int marks = same(code, at, end, c);
        if ((c == '`' || c == '~') && marks >= FENCE) {
            runs.add(at, end, Kind.COMMENT);
            var language = code.substring(Math.min(end, at + marks), Math.min(end, at + marks + 40)).strip();
            var guest = language.equalsIgnoreCase("markdown") || language.equalsIgnoreCase("md")
                    ? null
                    : lexers.apply(language.split("\\s", 2)[0]).orElse(null);
            return State.with(c, marks, guest, State.START);
        }
        if (c == '#') {
            runs.add(at, end, Kind.KEYWORD);
        } else if (c == '>') {
            runs.add(at, end, Kind.COMMENT);
        } else {
            if (c == '-' || c == '*' || c == '+') {
                runs.add(at, at + (marks == 1 ? 1 : 0), Kind.KEYWORD);
            }
            spans(code, at, end, runs);
        }
        return State.START;
    }

    private static void spans(String code, int from, int end, RunList runs) {
        int at = code.indexOf('`', from, end);
        while (at >= 0) {
            int close = code.indexOf('`', at + 1, end);
            if (close < 0) {
                return;
            }
            runs.add(at, close + 1, Kind.STRING);
            at = code.indexOf('`', close + 1, end);
        }
    }

    private static State fenced(String code, int start, int end, int next, State open, RunList runs) {
        int at = start;
        while (at < end && code.charAt(at) == ' ') {
            at++;
        }
        if (same(code, at, end, (char) open.mode) >= open.depth) {
            runs.add(at, end, Kind.COMMENT);
            return State.START;
        }
        if (open.guest == null) {
            return open;
        }
        var inner = open.guest.read(code, start, next, open.inner, runs);
        return State.with(open.mode, open.depth, open.guest, inner);
    }

    private static int same(String code, int from, int end, char c) {
        int at = from;
        while (at < end && code.charAt(at) == c) {
            at++;
        }
        return at - from;
    }
}
