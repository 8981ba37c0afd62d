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

/** The simulator's model list, from {@code models.json} beside this class. Immutable. */
final class Models {
    private final Map<String, SimModel> served = new LinkedHashMap<>();
    private final Set<String> retired = new HashSet<>();

    private Models(JsonNode root) {
        for (var entry : root.path("models"))
            served.put(entry.path("id").asText(), model(entry));
        for (var entry : root.path("retired"))
            retired.add(entry.path("id").asText());
    }

    static Models load() {
        try (var in = Models.class.getResourceAsStream("models.json")) {
            return new Models(JsonMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("models.json cannot be read", e);
        }
    }

    Optional<SimModel> find(String id) {
        return Optional.ofNullable(served.get(id));
    }

    boolean isRetired(String id) {
        return retired.contains(id);
    }

    /** What a key may call: ids only, as Cerebras lists them. */
    ObjectNode keyList() {
        var list = list();
        for (var model : served.values())
            list.withArray("data").addObject().put("id", model.id()).put("object", "model").put("created", 0)
                    .put("owned_by", model.owner());
        return list;
    }

    /** The public catalogue with prices and sizes. */
    ObjectNode publicList() {
        var list = list();
        served.values().forEach(model -> list.withArray("data").add(model.publicEntry()));
        return list;
    }

    private static ObjectNode list() {
        var list = JsonNodeFactory.instance.objectNode().put("object", "list");
        list.putArray("data");
        return list;
    }

    private static SimModel model(JsonNode entry) {
        var own = entry.path("simulator");
        var efforts = own.path("efforts").valueStream().map(JsonNode::asText).toList();
        var shown = ((ObjectNode) entry.deepCopy()).without("simulator");
        return new SimModel(entry.path("id").asText(), entry.path("owned_by").asText(),
                entry.path("limits").path("max_context_length").asInt(), own.path("speed").asDouble(),
                own.path("ttft_ms").asInt(), efforts, (ObjectNode) shown);
    }
}
