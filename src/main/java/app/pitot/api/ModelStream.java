package app.pitot.api;

import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Model lists in every shape: {@code {data: […]}}, a bare list, {@code {models: […]}}, {@code {data: {list: […]}}}. Read item
 * by item, so that a long list takes the memory of its models and not that of its text. Good for one use.
 */
final class ModelStream {
    /** More entries than any catalogue has; a list of more is refused. */
    static final int MAX_ENTRIES = 100_000;
    private static final String[] PLACES = {"data", "models", "data.list", "data.models"};

    private final ModelList items;
    private final Map<String, List<ModelInfo>> lists = new HashMap<>();
    private final ObjectNode rest = JsonNodeFactory.instance.objectNode();
    private JsonNode first;
    private int entries;

    ModelStream(ModelList items) {
        this.items = items;
    }

    /**
     * The models that can be asked for by id, in the given order; null if {@code in} holds no list.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is no JSON
     * @throws TooLongException if there are too many entries
     */
    List<ModelInfo> read(InputStream in) throws IOException {
        try (var parser = Json.MAPPER.getFactory().createParser(in)) {
            // Whoever quotes what is no list reads on.
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            var start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                lists.put(PLACES[0], list(parser));
            } else if (start == JsonToken.START_OBJECT) {
                root(parser);
            } else {
                return null;
            }
            if (parser.nextToken() != null) {
                return null;
            }
        }
        for (var place : PLACES) {
            if (lists.containsKey(place)) {
                return List.copyOf(lists.get(place));
            }
        }
        boolean empty = "list".equals(Json.string(rest, "object")) && rest.path("data").isNull();
        return empty ? List.of() : null;
    }

    /** What stood beside or in place of the models, for finding an error in it; cut where it is long. */
    JsonNode rest() {
        boolean inside = rest.isEmpty() && first != null && lists.get(PLACES[0]).isEmpty();
        return inside ? first : rest;
    }

    private void root(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            boolean place = name.equals("data") || name.equals("models");
            if (place && value == JsonToken.START_ARRAY) {
                rest.putNull(name);
                lists.putIfAbsent(name, list(parser));
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                rest.putNull(name);
                inner(parser);
            } else {
                rest.set(name, new BoundedTree(parser).read());
            }
        }
    }

    private void inner(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = "data." + parser.currentName();
            boolean place = name.equals(PLACES[2]) || name.equals(PLACES[3]);
            if (parser.nextToken() == JsonToken.START_ARRAY && place) {
                lists.putIfAbsent(name, list(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private List<ModelInfo> list(JsonParser parser) throws IOException {
        var models = new ArrayList<ModelInfo>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++entries > MAX_ENTRIES) {
                throw new TooLongException(MAX_ENTRIES);
            }
            var item = new BoundedTree(parser).read();
            if (first == null) {
                first = item;
            }
            var model = items.model(item);
            if (model != null) {
                models.add(model);
            }
        }
        return models;
    }
}
