package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Reads a payload with Jackson: every chunk that {@link ChunkScanner} leaves, and whole JSON answers. Of several choices
 * only the first with index 0, or without one, counts. Unknown fields and odd types are ignored.
 */
final class ChunkParser {
    private ChunkParser() {}

    /**
     * Reads one payload of a stream.
     *
     * @throws IOException if it is no JSON; the exception's message is not fit to show
     */
    static ChunkFields chunk(byte[] bytes, int offset, int length) throws IOException {
        return fields(Json.tree(bytes, offset, length), "delta");
    }

    /** Reads a whole answer: its text is in {@code message}. */
    static ChunkFields answer(JsonNode root) {
        return fields(root, "message");
    }

    private static ChunkFields fields(JsonNode root, String holder) {
        var choice = choice(root.path("choices"));
        var delta = choice.path(holder);
        var answer = text(delta.path("content"), "text");
        if (answer.isEmpty() && "message".equals(holder)) {
            answer = text(choice.path("text"), "text");
        }
        if (answer.isEmpty()) {
            answer = text(delta.path("refusal"), "text");
        }
        return new ChunkFields(reasoning(delta), answer, finish(choice), UsageParser.usage(root),
                UsageParser.timing(root), ErrorBody.inSuccess(root), UsageParser.served(root, choice),
                ToolPieces.of(delta), TokenChances.of(choice), oddity(root, choice));
    }

    private static JsonNode choice(JsonNode choices) {
        for (var choice : choices) {
            var index = choice.path("index");
            if (!index.isValueNode() || index.isNull() || index.asInt(-1) == 0) {
                return choice;
            }
        }
        return choices.path(-1);
    }

    private static String reasoning(JsonNode delta) {
        for (var name : new String[]{"reasoning", "reasoning_content", "reasoning_details"}) {
            var text = text(delta.path(name), name.equals("reasoning_details") ? "summary" : "text");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return text(delta.path("content"), "thinking");
    }

    /** A string, or the text parts of a list of typed parts. */
    private static String text(JsonNode value, String kind) {
        if (value.isTextual()) {
            return kind.equals("thinking") ? "" : value.textValue();
        }
        if (!value.isArray()) {
            return "";
        }
        var all = new StringBuilder();
        for (var part : value) {
            var type = part.path("type").asText("text");
            boolean thought = type.equals("thinking") || type.equals("reasoning");
            if (kind.equals("text") && thought || kind.equals("thinking") && !thought) {
                continue;
            }
            if (part.isTextual()) {
                all.append(part.textValue());
            } else if (kind.equals("thinking") && part.has("thinking")) {
                all.append(text(part.path("thinking"), "text"));
            } else {
                var text = Json.string(part, "text");
                all.append(text != null ? text : part.path("summary").asText(""));
            }
        }
        return all.toString();
    }

    private static String finish(JsonNode choice) {
        return Json.string(choice, "finish_reason");
    }

    private static String oddity(JsonNode root, JsonNode choice) {
        if (!root.isObject()) {
            return "note.not_object";
        }
        boolean others = root.path("choices").size() > 1
                || root.path("choices").size() == 1 && choice.isMissingNode();
        return others ? "note.choices" : null;
    }
}
