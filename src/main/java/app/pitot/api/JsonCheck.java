package app.pitot.api;

import app.pitot.api.JsonText.Kind;
import app.pitot.api.JsonText.Problem;
import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads strict JSON, to tell where it goes wrong in words that help, and where the members of an object stand. */
final class JsonCheck {
    private static final int MAX_DEPTH = 100;
    /** As long as Jackson takes a number at the other end of a test; no honest one is longer. */
    private static final int MAX_NUMBER = 1_000;
    private static final int MAX_QUOTED = 40;

    /**
     * One member of the outermost object.
     *
     * @param name without its escapes
     * @param from where its value begins
     * @param to behind its value
     */
    record Member(String name, int from, int to) {}

    private final String json;
    private final List<Member> members = new ArrayList<>();
    private final Problem problem;
    private int at;
    private int depth;

    JsonCheck(String json, Kind kind) {
        this.json = json;
        problem = run(kind);
    }

    /** Null if all is well. */
    Problem problem() {
        return problem;
    }

    /** Those of the outermost object, in order. */
    List<Member> members() {
        return members;
    }

    private Problem run(Kind kind) {
        try {
            blanks();
            if (end()) {
                throw wrong("api.json.empty");
            }
            if (kind == Kind.OBJECT && peek() != '{') {
                throw wrong("api.json.object");
            }
            if (kind == Kind.ARRAY && peek() != '[') {
                throw wrong("api.json.array");
            }
            value();
            blanks();
            if (!end()) {
                throw wrong("api.json.rest");
            }
            return null;
        } catch (Wrong wrong) {
            return place(wrong);
        }
    }

    private void value() throws Wrong {
        if (end()) {
            throw wrong("api.json.cut");
        }
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw wrong("api.json.value", seen());
        }
    }

    private void object() throws Wrong {
        boolean outermost = depth == 0;
        deeper();
        blanks();
        if (took('}')) {
            depth--;
            return;
        }
        Set<String> names = new HashSet<>();
        do {
            blanks();
            if (end()) {
                throw wrong("api.json.cut");
            }
            if (peek() != '"') {
                throw wrong("api.json.name", seen());
            }
            int start = at;
            var name = string();
            if (!names.add(name)) {
                at = start;
                throw wrong("api.json.twice", Harmless.line(name, MAX_QUOTED));
            }
            blanks();
            if (!took(':')) {
                throw end() ? wrong("api.json.cut") : wrong("api.json.colon", seen());
            }
            blanks();
            int from = at;
            value();
            if (outermost) {
                members.add(new Member(name, from, at));
            }
            blanks();
        } while (took(','));
        close('}', "api.json.in_object");
    }

    private void array() throws Wrong {
        deeper();
        blanks();
        if (took(']')) {
            depth--;
            return;
        }
        do {
            blanks();
            value();
            blanks();
        } while (took(','));
        close(']', "api.json.in_array");
    }

    private void deeper() throws Wrong {
        if (++depth > MAX_DEPTH) {
            throw wrong("api.json.deep", MAX_DEPTH);
        }
        at++;
    }

    private void close(char bracket, String otherwise) throws Wrong {
        if (!took(bracket)) {
            throw end() ? wrong("api.json.cut") : wrong(otherwise, seen());
        }
        depth--;
    }

    /** Behind it afterwards. */
    private String string() throws Wrong {
        int start = ++at;
        StringBuilder plain = null;
        while (!end() && peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw wrong(c == '\n' || c == '\r' ? "api.json.line_break" : "api.json.control");
            }
            if (c == '\\') {
                plain = plain == null ? new StringBuilder(json.substring(start, at)) : plain;
                plain.append(escape());
            } else {
                if (plain != null) {
                    plain.append(c);
                }
                at++;
            }
        }
        if (end()) {
            throw wrong("api.json.quote");
        }
        at++;
        return plain == null ? json.substring(start, at - 1) : plain.toString();
    }

    private char escape() throws Wrong {
        int start = at++;
        char c = end() ? 0 : json.charAt(at++);
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c == 'u' && at + 4 <= json.length()) {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = hex(json.charAt(at + i));
                code = digit < 0 || code < 0 ? -1 : code << 4 | digit;
            }
            if (code >= 0) {
                at += 4;
                return (char) code;
            }
        }
        at = start;
        throw wrong("api.json.escape");
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private void number() throws Wrong {
        int start = at;
        took('-');
        if (took('0')) {
            if (digit()) {
                at = start;
                throw wrong("api.json.number");
            }
        } else {
            digits(start);
        }
        if (took('.')) {
            digits(start);
        }
        if (took('e') || took('E')) {
            if (!took('+')) {
                took('-');
            }
            digits(start);
        }
        if (at - start > MAX_NUMBER) {
            at = start;
            throw wrong("api.json.number");
        }
    }

    private void digits(int start) throws Wrong {
        if (!digit()) {
            at = start;
            throw wrong("api.json.number");
        }
        while (digit()) {
            at++;
        }
    }

    private boolean digit() {
        return !end() && peek() >= '0' && peek() <= '9';
    }

    private void word(String word) throws Wrong {
        if (!json.startsWith(word, at)) {
            throw wrong("api.json.value", seen());
        }
        at += word.length();
    }

    private void blanks() {
        while (!end() && (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r')) {
            at++;
        }
    }

    private boolean took(char c) {
        boolean there = !end() && peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return json.charAt(at);
    }

    private boolean end() {
        return at >= json.length();
    }

    /** The character that is in the way, fit to show. */
    private String seen() {
        return Harmless.line(new String(Character.toChars(json.codePointAt(at))), 2);
    }

    private Wrong wrong(String key, Object... args) {
        return new Wrong(Texts.get(key, args));
    }

    private Problem place(Wrong wrong) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            char c = json.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 >= json.length() || json.charAt(i + 1) != '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new Problem(wrong.getMessage(), line, at - start + 1, at);
    }

    /** Without a stack trace: it is an answer, not a defect. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }
}
