package app.pitot.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The tree of one JSON value that may have no more than so much in it. Good for one use. */
final class BoundedJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_VALUES = 1_500_000;
    private static final long MOST_CHARACTERS = JsonText.LONGEST_TEXT;

    private final JsonParser parser;
    private int values = MOST_VALUES;
    private long characters = MOST_CHARACTERS;

    /** @param parser at the value's first token; afterwards at its last */
    BoundedJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws TooMuch if there is more in it */
    JsonNode read() throws IOException {
        if (--values < 0) {
            throw new TooMuch();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(text());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    /** Puts the value of {@code name}, at whose first token the parser is, into {@code node}. */
    void field(ObjectNode node, String name) throws IOException {
        node.set(name, read());
    }

    private String text() throws IOException {
        characters -= parser.getTextLength();
        if (characters < 0) {
            throw new TooMuch();
        }
        return parser.getText();
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
            characters -= name.length();
            parser.nextToken();
            field(object, name);
        }
        return object;
    }

    private JsonNode array() throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read());
        }
        return array;
    }

    /** One message or conversation is larger than any that Pitot makes. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
