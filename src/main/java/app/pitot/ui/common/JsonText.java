package app.pitot.ui.common;

import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON that people and models type: whether it is any, where not, and a form that reads well. Safe from any thread. */
public final class JsonText {
    /** Longer than this is not read, in UTF-16 units. */
    public static final int LONGEST = 256 * 1024;

    private static final ObjectMapper MAPPER = mapper();
    private static final String INDENT = "  ";

    private JsonText() {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build());
        return mapper;
    }

    /**
     * What a text was read as.
     *
     * @param node null if it is no JSON
     * @param problem one sentence that says where it is none; null if it is some
     */
    public record Reading(JsonNode node, String problem) {}

    /** Reads {@code text}, of which nothing may be left over and no object may have a field twice. */
    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading(null, Texts.get("json.long", Format.count(LONGEST)));
        }
        try {
            var node = MAPPER.readTree(text);
            return node == null || node.isMissingNode()
                    ? new Reading(null, Texts.get("json.empty"))
                    : new Reading(node, null);
        } catch (StreamConstraintsException e) {
            return new Reading(null, Texts.get("json.limits"));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            return new Reading(null, at == null || at.getLineNr() < 1
                    ? Texts.get("json.bad")
                    : Texts.get("json.bad.at", at.getLineNr(), at.getColumnNr()));
        }
    }

    /**
     * The same JSON a field a line. Strings and numbers stay as they are spelled; only the space between them changes.
     * Empty if {@code text} is no JSON.
     */
    public static Optional<String> pretty(String text) {
        return read(text).node() == null ? Optional.empty() : Optional.of(lines(text));
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
