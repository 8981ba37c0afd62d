package app.pitot.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the simulator reads of a chat request.
 *
 * @param messages at least one, each with its text and its pictures
 * @param maxTokens null if the request sets no cap
 * @param temperature null if not set
 * @param seed null if not set
 * @param effort null if not set
 * @param wants the form of the answer
 * @param definitionTokens of the tools and the schema, part of the prompt
 * @param askedUsage whether a stream is to have the usage in a frame of its own
 */
record ChatBody(String model, List<Message> messages, boolean stream, Long maxTokens, Double temperature, Long seed,
        String effort, Wants wants, int definitionTokens, boolean askedUsage) {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    /** Tokens for the reply's own frame and for each message, as chat templates cost. */
    private static final int FRAME = 8;
    private static final int PER_MESSAGE = 4;

    /**
     * @param pictures may be empty
     * @param calls by id, the names of the tools that it calls; may be empty
     * @param callId the call whose result it is, or null
     * @param callTokens of its calls
     */
    record Message(String role, String text, List<Picture> pictures, Map<String, String> calls, String callId,
            int callTokens) {}

    /** What a tool answered. */
    record Result(String tool, String text) {}

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
        var topP = number(root, "top_p");
        if (topP != null && !(topP > 0 && topP <= 1))
            throw new Invalid("\"top_p\" must be above 0 and at most 1.", "top_p");
        var max = number(root, root.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
        if (max != null && max < 1)
            throw new Invalid("\"max_completion_tokens\" must be at least 1.", "max_completion_tokens");
        var seed = number(root, "seed");
        return new ChatBody(root.path("model").asText(), Messages.of(root.path("messages"), rules),
                root.path("stream").asBoolean(),
                max == null ? null : Long.valueOf(max.longValue()), temperature,
                seed == null ? null : Long.valueOf(seed.longValue()),
                rules.effort(root), Wants.of(root), Wants.tokens(root),
                root.path("stream_options").path("include_usage").asBoolean());
    }

    /** The text of the last message of the user, or empty. */
    String prompt() {
        return messages.reversed().stream().filter(message -> message.role().equals("user")).map(Message::text)
                .findFirst()
                .orElse("");
    }

    /** Of the messages since the last answer. */
    List<Picture> pictures() {
        var now = new ArrayList<Picture>();
        for (var message : messages.reversed()) {
            if (message.role().equals("assistant"))
                break;
            now.addAll(0, message.pictures());
        }
        return now;
    }

    /** What tools have answered since the last calls; empty if the conversation went on. */
    List<Result> results() {
        var results = new ArrayList<Result>();
        for (int i = messages.size() - 1; i >= 0 && messages.get(i).callId() != null; i--)
            results.addFirst(new Result(tool(messages.get(i).callId()), messages.get(i).text()));
        return results;
    }

    private String tool(String callId) {
        return messages.stream().map(message -> message.calls().get(callId)).filter(Objects::nonNull).findFirst()
                .orElse("tool");
    }

    int promptTokens() {
        return FRAME + definitionTokens + messages.stream().mapToInt(message -> PER_MESSAGE + message.callTokens()
                + Tokenizer.count(message.text()) + message.pictures().stream().mapToInt(Picture::tokens).sum()).sum();
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

    private static Double number(JsonNode root, String field) throws Invalid {
        if (!root.hasNonNull(field))
            return null;
        if (!root.path(field).isNumber())
            throw new Invalid("\"" + field + "\" must be a number.", field);
        return root.path(field).asDouble();
    }
}
