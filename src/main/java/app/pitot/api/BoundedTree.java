package app.pitot.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** The tree of one JSON value of which only so much is kept as an honest one has. Good for one use. */
final class BoundedTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_VALUES = 2_000;
    private static final int MAX_TEXT = 8_192;

    private final JsonParser parser;
    private int left = MAX_VALUES;

    /** @param parser at the value's first token; afterwards at its last */
    BoundedTree(JsonParser parser) {
        this.parser = parser;
    }

    /** Never null: what is too long or too much counts as missing, or is left out of what holds it. */
    JsonNode read() throws IOException {
        if (left-- <= 0) {
            parser.skipChildren();
            return NODES.missingNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getTextLength() <= MAX_TEXT
                    ? NODES.textNode(parser.getText())
                    : NODES.missingNode();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode object() throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var value = read();
            if (!value.isMissingNode()) {
                object.set(name, value);
            }
        }
        return object;
    }

    private JsonNode array() throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = read();
            if (!value.isMissingNode()) {
                array.add(value);
            }
        }
        return array;
    }
}
