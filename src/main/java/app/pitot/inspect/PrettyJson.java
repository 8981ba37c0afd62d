package app.pitot.inspect;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A body to be read by people.
 *
 * @param text with a line for each member if it is JSON, else as it stands; characters that hide or turn others are written out
 * @param json true if it is JSON, or begins like it and was cut
 * @param whole false if the end is missing, because there is more than may be shown or was kept
 */
public record PrettyJson(String text, boolean json, boolean whole) {
    private static final String INDENT = "  ";
    /** Of a picture; its characters tell nobody anything. */
    private static final int DATA_SHOWN = 60;

    /**
     * Never fails.
     *
     * @param cut true if the body went on
     * @param most characters of the text
     */
    public static PrettyJson of(byte[] body, boolean cut, int most) {
        var out = new StringBuilder();
        boolean whole = false;
        try (var parser = Trees.MAPPER.createParser(body)) {
            whole = new Writer(parser, out, most).all();
        } catch (IOException e) {
            if (!cut || out.isEmpty() || out.charAt(0) != '{' && out.charAt(0) != '[') {
                return plain(body, cut, most);
            }
        }
        if (out.isEmpty()) {
            return plain(body, cut, most);
        }
        return new PrettyJson(out.toString(), true, whole && !cut);
    }

    private static PrettyJson plain(byte[] body, boolean cut, int most) {
        // A character has four bytes at most.
        int bytes = (int) Math.min(body.length, 4L * most);
        var text = new String(body, 0, bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        var shown = Harmless.keepingBlanks(text, most);
        return new PrettyJson(shown, false,
                !cut && bytes == body.length && text.codePointCount(0, text.length()) <= most);
    }

    /** Goes through the tokens, which builds no tree. */
    private static final class Writer {
        private final JsonParser parser;
        private final StringBuilder out;
        private final int most;
        private int depth;
        private boolean first = true;

        private Writer(JsonParser parser, StringBuilder out, int most) {
            this.parser = parser;
            this.out = out;
            this.most = most;
        }

        /** False if there is more than may be shown. */
        private boolean all() throws IOException {
            boolean any = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (any && depth == 0) {
                    throw new IOException("more than one value");
                }
                any = true;
                if (out.length() > most) {
                    out.setLength(most);
                    return false;
                }
                write(token);
            }
            return true;
        }

        private void write(JsonToken token) throws IOException {
            switch (token) {
                case END_OBJECT, END_ARRAY -> {
                    depth--;
                    if (!first) {
                        line();
                    }
                    out.append(token.asString());
                    first = false;
                }
                case FIELD_NAME -> {
                    separate();
                    string(parser.currentName());
                    out.append(": ");
                }
                default -> {
                    if (parser.getParsingContext().inArray() && !token.isStructStart()
                            || token.isStructStart() && inArray()) {
                        separate();
                    }
                    value(token);
                }
            }
        }

        private boolean inArray() {
            var around = parser.getParsingContext().getParent();
            return around != null && around.inArray();
        }

        private void value(JsonToken token) throws IOException {
            if (token.isStructStart()) {
                out.append(token.asString());
                depth++;
                first = true;
            } else {
                if (token == JsonToken.VALUE_STRING) {
                    string(parser.getText());
                } else {
                    // Numbers as they stand there.
                    out.append(parser.getText());
                }
                first = false;
            }
        }

        private void separate() {
            if (!first) {
                out.append(',');
            }
            line();
            first = false;
        }

        private void line() {
            out.append('\n').append(INDENT.repeat(depth));
        }

        private void string(String text) {
            out.append('"');
            if (text.length() > 2 * DATA_SHOWN && text.startsWith("data:")) {
                quoted(text.substring(0, DATA_SHOWN));
                out.append(Texts.get("inspect.data", text.length()));
            } else {
                quoted(text.length() <= most ? text : text.substring(0, most));
            }
            out.append('"');
        }

        private void quoted(String text) {
            var plain = new StringBuilder();
            JsonStringEncoder.getInstance().quoteAsString(text, plain);
            plain.codePoints().forEach(c -> {
                if (Harmless.character(c)) {
                    out.appendCodePoint(c);
                } else {
                    for (char half : Character.toChars(c)) {
                        out.append(String.format("\\u%04x", (int) half));
                    }
                }
            });
        }
    }
}
