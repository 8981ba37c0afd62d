package app.pitot.history.json;

import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.history.ReplyFacts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** What is known of a reply. */
public final class FactsJson {
    private FactsJson() {}

    public static ObjectNode write(ReplyFacts facts) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "account", facts.accountId());
        Fields.put(node, "accountName", facts.accountName());
        Fields.put(node, "provider", facts.provider());
        Fields.put(node, "model", facts.modelId());
        Fields.put(node, "system", facts.systemPrompt());
        var parameters = SetupJson.parameters(facts.parameters(), node.objectNode());
        Fields.put(node, "parameters", parameters.isEmpty() ? null : parameters);
        Fields.put(node, "startedAt", facts.startedAt().toString());
        Fields.put(node, "outcome", facts.outcome());
        Fields.put(node, "finishReason", facts.finishReason());
        Fields.put(node, "usage", facts.usage() == null ? null : usage(facts.usage()));
        Fields.put(node, "speed", SpeedJson.write(facts.speed()));
        Fields.put(node, "cost", plain(facts.cost()));
        Fields.put(node, "error", facts.error() == null ? null : ErrorJson.write(facts.error()));
        Fields.putTexts(node, "notes", facts.notes());
        Fields.put(node, "details", DetailsJson.write(facts.details()));
        return node;
    }

    /** Null for what is no object. */
    public static ReplyFacts read(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return new ReplyFacts(Fields.text(node, "account", ""), Fields.text(node, "accountName", ""),
                Fields.text(node, "provider", ""), Fields.text(node, "model", ""), Fields.text(node, "system"),
                SetupJson.parameters(node.path("parameters")), Fields.time(node, "startedAt", Instant.EPOCH),
                Fields.word(node, "outcome", Outcome.FAILED), Fields.text(node, "finishReason"),
                usage(node.path("usage")), SpeedJson.read(node.path("speed")), decimal(node, "cost"),
                ErrorJson.read(node.path("error")), Fields.texts(node.path("notes")),
                DetailsJson.read(node.path("details")));
    }

    /** As text, so that no digit is lost. */
    public static String plain(BigDecimal number) {
        return number == null ? null : number.toString();
    }

    /** Null for what is no number. */
    public static BigDecimal decimal(JsonNode node, String name) {
        try {
            var found = Fields.text(node, name);
            return found == null ? null : new BigDecimal(found);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public static ObjectNode usage(Usage usage) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "prompt", usage.promptTokens());
        Fields.put(node, "completion", usage.completionTokens());
        Fields.put(node, "total", usage.totalTokens());
        Fields.put(node, "cached", usage.cachedTokens());
        Fields.put(node, "reasoning", usage.reasoningTokens());
        return node;
    }

    /** Null for what is no object. */
    public static Usage usage(JsonNode node) {
        return !node.isObject()
                ? null
                : new Usage(Fields.whole(node, "prompt"), Fields.whole(node, "completion"),
                        Fields.whole(node, "total"), Fields.whole(node, "cached"), Fields.whole(node, "reasoning"));
    }
}
