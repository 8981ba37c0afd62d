package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a simulator serves, from a file beside this class. Immutable. */
final class Models {
    private final Map<String, SimModel> served = new LinkedHashMap<>();
    private final Map<String, JsonNode> others = new LinkedHashMap<>();
    private final Set<String> retired = new HashSet<>();

    private Models(JsonNode root, String context) {
        for (var entry : root.path("models"))
            served.put(entry.path("id").asText(), model(entry, context));
        for (var entry : root.path("others"))
            others.put(entry.path("id").asText(), entry);
        for (var entry : root.path("retired"))
            retired.add(entry.path("id").asText());
    }

    /** @param context where an entry states the size of its context */
    static Models load(String file, String context) {
        try (var in = Models.class.getResourceAsStream(file)) {
            return new Models(JsonMapper.builder().build().readTree(in), context);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    Optional<SimModel> find(String id) {
        return Optional.ofNullable(served.get(id));
    }

    Set<String> served() {
        return served.keySet();
    }

    /** Whether it is listed and yet no model to chat with. */
    boolean isOther(String id) {
        return others.containsKey(id);
    }

    boolean isRetired(String id) {
        return retired.contains(id);
    }

    /** Ids only. */
    ObjectNode ids() {
        var list = empty();
        for (var model : served.values())
            list.withArray("data").addObject().put("id", model.id()).put("object", "model").put("created", 0)
                    .put("owned_by", model.owner());
        return list;
    }

    /** Whole entries. */
    ObjectNode list() {
        var list = empty();
        served.values().forEach(model -> list.withArray("data").add(model.entry()));
        others.values().forEach(list.withArray("data")::add);
        return list;
    }

    private static ObjectNode empty() {
        var list = JsonNodeFactory.instance.objectNode().put("object", "list");
        list.putArray("data");
        return list;
    }

    private static SimModel model(JsonNode entry, String context) {
        var own = entry.path("simulator");
        var efforts = own.path("efforts").valueStream().map(JsonNode::asText).toList();
        var shown = ((ObjectNode) entry.deepCopy()).without("simulator");
        return new SimModel(entry.path("id").asText(), entry.path("owned_by").asText(),
                entry.at(context).asInt(), own.path("speed").asDouble(),
                own.path("ttft_ms").asInt(), efforts, (ObjectNode) shown);
    }
}
