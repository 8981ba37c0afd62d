package app.pitot.history.json;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.history.Setup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a conversation asks, and the parameters of one request. */
public final class SetupJson {
    private SetupJson() {}

    /** Puts {@code setup} into {@code node} beside whatever else is there, and returns it. */
    public static ObjectNode write(Setup setup, ObjectNode node) {
        Fields.put(node, "system", setup.systemPrompt().isEmpty() ? null : setup.systemPrompt());
        Fields.put(node, "account", setup.accountId());
        Fields.put(node, "model", setup.modelId());
        var there = node.path("parameters") instanceof ObjectNode old ? old : node.objectNode();
        var parameters = parameters(setup.parameters(), there);
        Fields.put(node, "parameters", parameters.isEmpty() ? null : parameters);
        return node;
    }

    public static Setup read(JsonNode node) {
        return new Setup(Fields.text(node, "system", ""), parameters(node.path("parameters")),
                Fields.text(node, "account"), Fields.text(node, "model"));
    }

    /** Beside whatever else is in {@code node}. */
    public static ObjectNode parameters(ChatParameters set, ObjectNode node) {
        Fields.put(node, "temperature", set.temperature());
        Fields.put(node, "topP", set.topP());
        Fields.put(node, "maxTokens", set.maxTokens());
        Fields.put(node, "seed", set.seed());
        Fields.putTexts(node, "stop", set.stop());
        Fields.put(node, "reasoningEffort", set.reasoningEffort());
        Fields.put(node, "responseFormat", set.responseFormat() == null ? null : format(set.responseFormat()));
        Fields.put(node, "topLogprobs", set.topLogprobs());
        Fields.put(node, "tools", set.tools());
        Fields.put(node, "toolChoice", set.toolChoice());
        Fields.put(node, "extraBody", set.extraBody());
        return node;
    }

    public static ChatParameters parameters(JsonNode node) {
        return new ChatParameters(Fields.number(node, "temperature"), Fields.number(node, "topP"),
                Fields.whole(node, "maxTokens"), Fields.large(node, "seed"), Fields.texts(node.path("stop")),
                Fields.text(node, "reasoningEffort"), format(node.path("responseFormat")),
                Fields.whole(node, "topLogprobs"), Fields.text(node, "tools"), Fields.text(node, "toolChoice"),
                Fields.text(node, "extraBody"));
    }

    private static ObjectNode format(ResponseFormat format) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "kind", format.kind());
        Fields.put(node, "name", format.name());
        Fields.put(node, "schema", format.schema());
        return node;
    }

    private static ResponseFormat format(JsonNode node) {
        var kind = Fields.word(node, "kind", ResponseFormat.Kind.class);
        return kind == null ? null : new ResponseFormat(kind, Fields.text(node, "name"), Fields.text(node, "schema"));
    }
}
