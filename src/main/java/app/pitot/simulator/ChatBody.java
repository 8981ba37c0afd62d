package app.pitot.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the simulator reads of a chat request.
 *
 * @param messages at least one, each with its text
 * @param maxTokens null if the request sets no cap
 * @param temperature null if not set
 * @param seed null if not set
 * @param effort null if not set
 * @param askedUsage whether a stream is to have the usage in a frame of its own
 */
record ChatBody(String model, List<Message> messages, boolean stream, Long maxTokens, Double temperature, Long seed,
        String effort, boolean askedUsage) {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    /** Tokens for the reply's own frame and for each message, as chat templates cost. */
    private static final int FRAME = 8;
    private static final int PER_MESSAGE = 4;

    record Message(String role, String text) {}

    /** A request that cannot be answered. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;
        private final String param;

        Invalid(String message, String param) {
            super(message);
            this.param = param;
        }

        /** The field at fault. */
        String param() {
            return param;
        }
    }

    static ChatBody of(JsonNode root, Rules rules) throws Invalid {
        if (!root.path("model").isTextual() || root.path("model").asText().isBlank())
            throw new Invalid("The field \"model\" is required and must be a string.", "model");
        if (!root.path("messages").isArray() || root.path("messages").isEmpty())
            throw new Invalid("The field \"messages\" is required and must be a list with at least one message.",
                    "messages");
        rules.check(root);
        var temperature = number(root, "temperature");
        if (temperature != null && (temperature < 0 || temperature > 2))
            throw new Invalid("\"temperature\" must be between 0 and 2.", "temperature");
        var max = number(root, root.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
        if (max != null && max < 1)
            throw new Invalid("\"max_completion_tokens\" must be at least 1.", "max_completion_tokens");
        var seed = number(root, "seed");
        return new ChatBody(root.path("model").asText(), messages(root.path("messages")),
                root.path("stream").asBoolean(),
                max == null ? null : Long.valueOf(max.longValue()), temperature,
                seed == null ? null : Long.valueOf(seed.longValue()),
                rules.effort(root), root.path("stream_options").path("include_usage").asBoolean());
    }

    /** The text of the last message of the user, or empty. */
    String prompt() {
        return messages.reversed().stream().filter(message -> message.role().equals("user")).map(Message::text)
                .findFirst()
                .orElse("");
    }

    int promptTokens() {
        return FRAME + messages.stream().mapToInt(message -> PER_MESSAGE + Tokenizer.count(message.text())).sum();
    }

    static JsonNode tree(byte[] bytes) throws Invalid {
        try {
            var root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (root.isObject())
                return root;
            throw new Invalid("The body must be a JSON object.", "body");
        } catch (JsonProcessingException e) {
            throw new Invalid("The body is not valid JSON.", "body");
        }
    }

    private static List<Message> messages(JsonNode list) throws Invalid {
        for (var message : list) {
            if (!message.path("role").isTextual())
                throw new Invalid("Every message needs a \"role\".", "messages");
        }
        return list.valueStream().map(one -> new Message(one.path("role").asText(), text(one.path("content"))))
                .toList();
    }

    private static String text(JsonNode content) {
        if (!content.isArray())
            return content.asText("");
        return content.valueStream().map(part -> part.path("text").asText("")).collect(Collectors.joining("\n"));
    }

    private static Double number(JsonNode root, String field) throws Invalid {
        if (!root.hasNonNull(field))
            return null;
        if (!root.path(field).isNumber())
            throw new Invalid("\"" + field + "\" must be a number.", field);
        return root.path(field).asDouble();
    }
}
