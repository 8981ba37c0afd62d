package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;

/** Checks JSON schemas as far as the simulator understands them, and makes values that fit. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> TYPES = Set.of("object", "array", "string", "number", "integer", "boolean",
            "null");
    private static final int MOST_LEVELS = 10;

    private Schemas() {}

    /** @throws ChatBody.Invalid if {@code schema} is none */
    static void check(JsonNode schema, String param) throws ChatBody.Invalid {
        check(schema, param, 1);
    }

    private static void check(JsonNode schema, String param, int level) throws ChatBody.Invalid {
        if (!schema.isObject())
            throw new ChatBody.Invalid("A JSON schema must be an object.", param);
        if (level > MOST_LEVELS)
            throw new ChatBody.Invalid("The JSON schema is nested deeper than " + MOST_LEVELS + " levels.", param);
        for (var type : types(schema)) {
            if (!TYPES.contains(type))
                throw new ChatBody.Invalid("The JSON schema has the unknown type \"" + type + "\".", param);
        }
        var properties = schema.path("properties");
        if (schema.has("properties") && !properties.isObject())
            throw new ChatBody.Invalid("\"properties\" of a JSON schema must be an object.", param);
        for (var name : schema.path("required")) {
            if (!properties.has(name.asText()))
                throw new ChatBody.Invalid("The JSON schema requires \"" + name.asText()
                        + "\", which is not among its properties.", param);
        }
        for (var property : properties)
            check(property, param, level + 1);
        if (schema.has("items"))
            check(schema.path("items"), param, level + 1);
    }

    /** @throws ChatBody.Invalid unless every object in it is closed, as strict schemas must be in some places */
    static void checkClosed(JsonNode schema, String param) throws ChatBody.Invalid {
        var open = schema.path("additionalProperties");
        if (types(schema).contains("object") && (!open.isBoolean() || open.booleanValue()))
            throw new ChatBody.Invalid("A strict JSON schema needs \"additionalProperties\": false in every object.",
                    param);
        for (var property : schema.path("properties"))
            checkClosed(property, param);
        if (schema.has("items"))
            checkClosed(schema.path("items"), param);
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asText).toList()
                : type.isTextual() ? List.of(type.asText()) : List.of();
    }

    /**
     * A value that fits {@code schema}.
     *
     * @param root where {@code $ref} is looked up
     * @param name of the property that it is for
     */
    static JsonNode sample(JsonNode schema, JsonNode root, String name, Section section) {
        return sample(schema, root, name, section, 1);
    }

    private static JsonNode sample(JsonNode schema, JsonNode root, String name, Section section, int level) {
        if (schema.has("const"))
            return schema.path("const");
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty())
            return section.dice().draw(schema.path("enum").valueStream().toList());
        for (var either : List.of("anyOf", "oneOf", "allOf")) {
            if (!schema.path(either).isEmpty() && level < MOST_LEVELS)
                return sample(schema.path(either).get(0), root, name, section, level + 1);
        }
        var ref = schema.path("$ref").asText("");
        if (ref.startsWith("#/") && level < MOST_LEVELS)
            return sample(root.at(ref.substring(1)), root, name, section, level + 1);
        var types = types(schema);
        return switch (types.isEmpty() ? schema.has("properties") ? "object" : "string" : types.getFirst()) {
            case "object" -> object(schema, root, section, level);
            case "array" -> array(schema, root, name, section, level);
            case "integer" -> NODES.numberNode((int) Math.round(number(schema, section)));
            case "number" -> NODES.numberNode(Math.round(number(schema, section) * 10) / 10.0);
            case "boolean" -> NODES.booleanNode(section.dice().between(0, 1) == 1);
            case "null" -> NODES.nullNode();
            default -> NODES.textNode(text(schema, name, section));
        };
    }

    private static JsonNode object(JsonNode schema, JsonNode root, Section section, int level) {
        var object = NODES.objectNode();
        if (level < MOST_LEVELS)
            schema.path("properties").properties().forEach(property -> object.set(property.getKey(),
                    sample(property.getValue(), root, property.getKey(), section, level + 1)));
        return object;
    }

    private static JsonNode array(JsonNode schema, JsonNode root, String name, Section section, int level) {
        var array = NODES.arrayNode();
        int least = schema.path("minItems").asInt(level < MOST_LEVELS ? 1 : 0);
        int most = Math.max(least, schema.path("maxItems").asInt(least + 2));
        for (int i = section.dice().between(least, Math.min(most, least + 2)); i > 0; i--)
            array.add(sample(schema.path("items"), root, name, section, level + 1));
        return array;
    }

    private static double number(JsonNode schema, Section section) {
        var least = schema.path("minimum")
                .asDouble(schema.has("maximum") ? schema.path("maximum").asDouble() - 90 : 10);
        var most = schema.path("maximum").asDouble(least + 90);
        return least >= most ? least : section.dice().real(least, most);
    }

    private static String text(JsonNode schema, String name, Section section) {
        var words = name.isEmpty() ? "" : "a " + name.replace('_', ' ') + " of the simulator";
        var text = words.isEmpty() ? section.paragraph(section.phrases().topics().getFirst(), 1) : words;
        int least = schema.path("minLength").asInt(0);
        var all = text.repeat(Math.max(1, (least + text.length() - 1) / text.length()));
        return all.substring(0, Math.min(all.length(), schema.path("maxLength").asInt(all.length())));
    }
}
