package app.pitot.history.json;

import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.api.ServerTiming;
import app.pitot.api.TokenChance;
import app.pitot.base.Provenance;
import app.pitot.exchange.ExchangeDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/** What only a closer look shows. */
public final class DetailsJson {
    private DetailsJson() {}

    static ObjectNode write(ExchangeDetails details) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "costSource", details.costSource());
        Fields.put(node, "served", served(details.served()));
        Fields.put(node, "headers", headers(details.headers()));
        Fields.put(node, "timing", details.timing() == null ? null : timing(details.timing()));
        Fields.putList(node, "toolCalls", details.toolCalls(), ToolCallsJson::write);
        Fields.putList(node, "chances", details.chances(), DetailsJson::chance);
        return node;
    }

    static ExchangeDetails read(JsonNode node) {
        return new ExchangeDetails(Fields.word(node, "costSource", Provenance.class),
                served(node.path("served")), headers(node.path("headers")), timing(node.path("timing")),
                ToolCallsJson.read(node.path("toolCalls")), Fields.list(node.path("chances"), DetailsJson::chance));
    }

    /** Null where nothing was said. */
    public static ObjectNode served(Served served) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "by", served.by());
        Fields.put(node, "nativeFinishReason", served.nativeFinishReason());
        Fields.put(node, "cost", FactsJson.plain(served.cost()));
        return node.isEmpty() ? null : node;
    }

    /** {@link Served#NONE} for what is no object. */
    public static Served served(JsonNode node) {
        return !node.isObject()
                ? Served.NONE
                : new Served(Fields.text(node, "by"), Fields.text(node, "nativeFinishReason"),
                        FactsJson.decimal(node, "cost"));
    }

    private static ObjectNode headers(SeenHeaders seen) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "dialect", seen.dialect());
        Fields.putList(node, "windows", seen.windows(), ErrorJson::window);
        Fields.putList(node, "all", seen.all(), header -> {
            var one = node.objectNode();
            Fields.put(one, "name", header.name());
            Fields.put(one, "value", header.value());
            Fields.put(one, "understood", header.understood() ? true : null);
            return one;
        });
        Fields.put(node, "cut", seen.cut() ? true : null);
        Fields.put(node, "requestId", seen.requestId());
        return node;
    }

    private static SeenHeaders headers(JsonNode node) {
        return new SeenHeaders(Fields.text(node, "dialect", SeenHeaders.NONE.dialect()),
                Fields.list(node.path("windows"), ErrorJson::window),
                Fields.list(node.path("all"),
                        one -> new SeenHeaders.Header(Fields.text(one, "name", ""), Fields.text(one, "value", ""),
                                one.path("understood").asBoolean())),
                node.path("cut").asBoolean(), Fields.text(node, "requestId"));
    }

    public static ObjectNode timing(ServerTiming timing) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "queue", timing.queueSeconds());
        Fields.put(node, "prompt", timing.promptSeconds());
        Fields.put(node, "completion", timing.completionSeconds());
        Fields.put(node, "total", timing.totalSeconds());
        return node;
    }

    /** Null for what is no object. */
    public static ServerTiming timing(JsonNode node) {
        return !node.isObject()
                ? null
                : new ServerTiming(Fields.number(node, "queue"), Fields.number(node, "prompt"),
                        Fields.number(node, "completion"), Fields.number(node, "total"));
    }

    /** There may be thousands: token, logprob, then the same of each alternative, in one flat array. */
    private static JsonNode chance(TokenChance chance) {
        var array = JsonNodeFactory.instance.arrayNode();
        array.add(chance.token());
        logprob(array, chance.logprob());
        for (var other : chance.others()) {
            array.add(other.token());
            logprob(array, other.logprob());
        }
        return array;
    }

    private static void logprob(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.add(Double.toString(value));
        }
    }

    private static TokenChance chance(JsonNode array) {
        var others = new ArrayList<TokenChance.Other>();
        for (int i = 2; i + 1 < array.size(); i += 2) {
            others.add(new TokenChance.Other(array.path(i).asText(), probability(array.path(i + 1))));
        }
        return new TokenChance(array.path(0).asText(), probability(array.path(1)), others);
    }

    private static double probability(JsonNode value) {
        var found = Fields.number(value);
        return found == null ? Double.NaN : found;
    }
}
