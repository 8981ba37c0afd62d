package app.pitot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** One event, read. Hostile content makes it of kind NOT_JSON at worst. */
record EventReading(EventKind kind, String excerpt) {
    /** What is looked at of an event that is longer: more than any provider sends. */
    private static final int MOST = 1 << 20;

    static EventReading of(byte[] body, int from, int to) {
        var data = new StringBuilder();
        var comment = new StringBuilder();
        var type = "";
        boolean any = false;
        for (var line : new String(body, from, Math.min(MOST, to - from), StandardCharsets.UTF_8).split("\r\n|\r|\n")) {
            if (line.startsWith(":")) {
                comment.append(line.substring(1).strip()).append(' ');
            } else if (line.equals("data") || line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(value(line, 4));
                any = true;
            } else if (line.startsWith("event:")) {
                type = value(line, 5);
            }
        }
        return any
                ? read(type, data.toString())
                : new EventReading(comment.isEmpty() ? EventKind.OTHER : EventKind.COMMENT,
                        Excerpts.of(comment.isEmpty() ? type : comment.toString()));
    }

    private static String value(String line, int name) {
        var rest = line.length() <= name + 1 ? "" : line.substring(name + 1);
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    private static EventReading read(String type, String data) {
        if (data.startsWith("[DONE]")) {
            return new EventReading(EventKind.DONE, "[DONE]");
        }
        var tree = Trees.of(data.getBytes(StandardCharsets.UTF_8));
        if (type.equals("error") || tree != null && tree.hasNonNull("error")) {
            return new EventReading(EventKind.ERROR, Excerpts.of(tree == null ? data : message(tree)));
        }
        return tree == null || !tree.isObject()
                ? new EventReading(tree == null ? EventKind.NOT_JSON : EventKind.OTHER, Excerpts.of(data))
                : chunk(tree, data);
    }

    private static String message(JsonNode tree) {
        var error = tree.path("error");
        var message = error.path("message").isTextual() ? error.path("message") : error;
        return message.isTextual() ? message.textValue() : tree.toString();
    }

    private static EventReading chunk(JsonNode tree, String data) {
        var choice = tree.path("choices").path(0);
        var delta = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
        if (!delta.path("tool_calls").isEmpty()) {
            return new EventReading(EventKind.TOOL_CALL, Excerpts.of(delta.path("tool_calls").toString()));
        }
        var answer = delta.path("content").asText("");
        if (!answer.isEmpty() && delta.path("content").isTextual()) {
            return new EventReading(EventKind.ANSWER, Excerpts.said(answer));
        }
        for (var name : new String[]{"reasoning", "reasoning_content"}) {
            if (delta.path(name).isTextual() && !delta.path(name).textValue().isEmpty()) {
                return new EventReading(EventKind.REASONING, Excerpts.said(delta.path(name).textValue()));
            }
        }
        if (tree.hasNonNull("usage")) {
            return new EventReading(EventKind.USAGE, Excerpts.of(tree.path("usage").toString()));
        }
        if (choice.hasNonNull("finish_reason")) {
            return new EventReading(EventKind.FINISH, Excerpts.of(choice.path("finish_reason").asText()));
        }
        return delta.hasNonNull("role")
                ? new EventReading(EventKind.ROLE, Excerpts.of(delta.path("role").asText()))
                : new EventReading(EventKind.OTHER, Excerpts.of(data));
    }
}
