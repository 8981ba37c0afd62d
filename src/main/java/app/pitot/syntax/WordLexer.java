package app.pitot.syntax;

import app.pitot.syntax.Language.Trait;

/** Reads a language that is made of words, strings and comments, by its table. */
final class WordLexer implements Lexer {
    private final Language language;

    WordLexer(Language language) {
        this.language = language;
    }

    @Override
    public State read(String code, int from, int to, State state, RunList runs) {
        return new Reading(code, from, to, runs).run(state);
    }

    /** One piece being read. Modes above 0 are strings, those below are comments of blocks. */
    private final class Reading {
        private static final int LONGEST_WORD = 48;
        private static final int LONGEST_REGEX = 400;
        private static final int LONGEST_CHAR = 12;
        private static final int LONGEST_GAP = 40;

        private final String code;
        private final int to;
        private final RunList runs;
        private int at;
        private boolean lineStart = true;
        /** The last character that was no space; a value may stand behind it or not. */
        private char before = '\n';

        Reading(String code, int from, int to, RunList runs) {
            this.code = code;
            this.at = from;
            this.to = to;
            this.runs = runs;
        }

        State run(State state) {
            var open = state;
            // What goes on from an earlier line begins no line where it ends.
            lineStart = open.mode == 0;
            if (open.mode < 0) {
                open = comment(-open.mode - 1, open.depth, at, at);
            } else if (open.mode > 0) {
                before = '"';
                open = string(open.mode - 1, at, at, null);
            }
            while (at < to) {
                open = next();
            }
            return open;
        }

        private State next() {
            char c = code.charAt(at);
            if (c == '\n') {
                lineStart = true;
                before = c;
                at++;
                return State.START;
            }
            if (Character.isWhitespace(c)) {
                at++;
                return State.START;
            }
            boolean first = lineStart;
            lineStart = false;
            var open = marked(c, first);
            if (open != null) {
                return open;
            }
            int start = at;
            if (c >= '0' && c <= '9' || c == '.' && digit(at + 1) && !word(before)) {
                number();
                runs.add(start, at, Kind.NUMBER);
            } else if (begins(c)) {
                word();
            } else {
                at++;
            }
            before = code.charAt(at - 1);
            return State.START;
        }

        /** What a mark begins; null if none does. Ends behind it. */
        private State marked(char c, boolean first) {
            for (int i = 0; i < language.blocks.size(); i++) {
                var mark = language.blocks.get(i).open();
                if (code.startsWith(mark, at)) {
                    int start = at;
                    return comment(i, 1, start, at + mark.length());
                }
            }
            for (var mark : language.lineComments) {
                if (code.startsWith(mark, at) && (!language.has(Trait.APART) || at == 0 || apart(at - 1))) {
                    int start = at;
                    at = lineEnd(at);
                    runs.add(start, at, Kind.COMMENT);
                    return State.START;
                }
            }
            for (int i = 0; i < language.quotes.size(); i++) {
                var mark = language.quotes.get(i).open();
                if (code.startsWith(mark, at)) {
                    int start = at;
                    at += mark.length();
                    before = '"';
                    return string(i, start, at, Kind.STRING);
                }
            }
            int end = special(c, first);
            if (end > at) {
                before = code.charAt(end - 1);
                at = end;
                return State.START;
            }
            return null;
        }

        /** Behind what stands here only in some languages; {@link #at} if nothing does. */
        private int special(char c, boolean first) {
            int end = at;
            Kind kind = null;
            if (c == '\'' && language.has(Trait.CHAR)) {
                end = character();
                kind = Kind.STRING;
            } else if (c == '@' && language.has(Trait.AT) && at + 1 < to && begins(code.charAt(at + 1))) {
                end = wordEnd(at + 1);
                kind = Kind.ATTRIBUTE;
            } else if (c == '$' && language.has(Trait.DOLLAR) && at + 1 < to) {
                end = variable();
                kind = Kind.ATTRIBUTE;
            } else if (c == '#' && first && language.has(Trait.HASH)) {
                end = wordEnd(gapEnd(at + 1));
                kind = Kind.KEYWORD;
            } else if (c == '#' && language.has(Trait.HASH_VALUE)) {
                end = wordEnd(at + 1);
                kind = Kind.NUMBER;
            } else if (c == '[' && first && language.has(Trait.SECTION)) {
                end = lineEnd(at);
                kind = Kind.TYPE;
            } else if (c == '/' && language.has(Trait.REGEX) && "(,=:[!&|?{};\n>+".indexOf(before) >= 0) {
                end = regex();
                kind = Kind.STRING;
            }
            runs.add(at, end, kind);
            return end;
        }

        private State comment(int block, int depth, int start, int from) {
            var marks = language.blocks.get(block);
            int open = depth;
            at = from;
            while (at < to) {
                if (code.startsWith(marks.close(), at)) {
                    at += marks.close().length();
                    if (--open == 0) {
                        runs.add(start, at, Kind.COMMENT);
                        if (code.indexOf('\n', start, at) >= 0) {
                            before = '\n';
                        }
                        return State.START;
                    }
                } else if (language.has(Trait.NESTED) && code.startsWith(marks.open(), at)) {
                    at += marks.open().length();
                    open++;
                } else {
                    at++;
                }
            }
            at = to;
            runs.add(start, at, Kind.COMMENT);
            return State.of(-block - 1, open);
        }

        /** @param fresh null if the string began in an earlier piece, so that it can be no key */
        private State string(int quote, int start, int from, Kind fresh) {
            var marks = language.quotes.get(quote);
            at = from;
            while (at < to) {
                char c = code.charAt(at);
                if (c == marks.escape() && c != 0) {
                    at = Math.min(to, at + 2);
                } else if (c == '\n' && !marks.manyLines()) {
                    runs.add(start, at, Kind.STRING);
                    return State.START;
                } else if (code.startsWith(marks.close(), at)) {
                    at += marks.close().length();
                    boolean oneLine = fresh != null && code.indexOf('\n', start, at) < 0;
                    runs.add(start, at, oneLine && key() ? Kind.ATTRIBUTE : Kind.STRING);
                    return State.START;
                } else {
                    at++;
                }
            }
            at = to;
            runs.add(start, at, Kind.STRING);
            return State.of(quote + 1, 0);
        }

        private void word() {
            int start = at;
            at = wordEnd(at);
            var kind = at - start > LONGEST_WORD ? null : language.kind(code.substring(start, at));
            boolean member = before == '.';
            if (kind == null || member && kind != Kind.CONSTANT) {
                kind = named(start, member && kind != null);
            } else if (key()) {
                kind = Kind.ATTRIBUTE;
            }
            runs.add(start, at, kind);
        }

        private Kind named(int start, boolean reserved) {
            if (key()) {
                return Kind.ATTRIBUTE;
            }
            if (language.has(Trait.CALLS) && next('(')) {
                return Kind.FUNCTION;
            }
            if (!language.has(Trait.CAPITALS) || reserved || !Character.isUpperCase(code.charAt(start))) {
                return null;
            }
            for (int i = start; i < Math.min(at, start + LONGEST_WORD); i++) {
                if (Character.isLowerCase(code.charAt(i))) {
                    return Kind.TYPE;
                }
            }
            return at - start > 1 ? Kind.CONSTANT : Kind.TYPE;
        }

        private boolean key() {
            int i = gapEnd(at);
            if (i >= to) {
                return false;
            }
            boolean address = i + 1 < to && (code.charAt(i + 1) == '/' || code.charAt(i + 1) == ':');
            return language.has(Trait.COLON_KEYS) && code.charAt(i) == ':' && !address
                    || language.has(Trait.EQUALS_KEYS) && code.charAt(i) == '=';
        }

        /** True if {@code c} comes next but for a few spaces. */
        private boolean next(char c) {
            int i = gapEnd(at);
            return i < to && code.charAt(i) == c;
        }

        private int gapEnd(int from) {
            int i = from;
            while (i < to && i - from < LONGEST_GAP && (code.charAt(i) == ' ' || code.charAt(i) == '\t')) {
                i++;
            }
            return i;
        }

        private void number() {
            while (at < to) {
                char c = code.charAt(at);
                boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(code.charAt(at - 1)) >= 0;
                if (!sign && !word(c) && c != '.') {
                    return;
                }
                at++;
            }
        }

        private int variable() {
            if (code.charAt(at + 1) == '{') {
                int end = code.indexOf('}', at, Math.min(to, at + LONGEST_WORD));
                return end < 0 ? at : end + 1;
            }
            int end = wordEnd(at + 1);
            return end == at + 1 && "?!#@*$".indexOf(code.charAt(end)) >= 0 ? end + 1 : end == at + 1 ? at : end;
        }

        private int character() {
            boolean escaped = at + 1 < to && code.charAt(at + 1) == '\\';
            int from = at + (escaped ? 3 : 2);
            for (int i = from; i < Math.min(to, at + LONGEST_CHAR); i++) {
                if (code.charAt(i) == '\'') {
                    boolean pair = i == at + 3 && Character.isHighSurrogate(code.charAt(at + 1));
                    return escaped || pair || i == at + 2 ? i + 1 : at;
                }
            }
            return at;
        }

        private int regex() {
            boolean inClass = false;
            for (int i = at + 1; i < Math.min(to, at + LONGEST_REGEX); i++) {
                char c = code.charAt(i);
                if (c == '\n') {
                    return at;
                } else if (c == '\\') {
                    i++;
                } else if (c == '[' || c == ']') {
                    inClass = c == '[';
                } else if (c == '/' && !inClass) {
                    return wordEnd(i + 1);
                }
            }
            return at;
        }

        private int wordEnd(int from) {
            int i = from;
            while (i < to && (word(code.charAt(i)) || language.has(Trait.DASH) && code.charAt(i) == '-')) {
                i++;
            }
            return i;
        }

        private int lineEnd(int from) {
            int end = code.indexOf('\n', from, to);
            return end < 0 ? to : end;
        }

        private boolean apart(int i) {
            return Character.isWhitespace(code.charAt(i));
        }

        private boolean digit(int i) {
            return i < to && code.charAt(i) >= '0' && code.charAt(i) <= '9';
        }

        private static boolean begins(char c) {
            return Character.isLetter(c) || c == '_';
        }

        private static boolean word(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }
    }
}
