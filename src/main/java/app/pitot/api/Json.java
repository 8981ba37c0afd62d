package app.pitot.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The one Jackson mapper of the wire, and reading of optional fields. */
final class Json {
    /** Thread-safe. Without source excerpts in its exceptions: they would quote what the provider sent. */
    static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(com.fasterxml.jackson.core.StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, true)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build());
        return mapper;
    }

    /** The tree of {@code bytes}; never null. */
    static JsonNode tree(byte[] bytes, int offset, int length) throws IOException {
        var node = MAPPER.readTree(bytes, offset, length);
        if (node == null || node.isMissingNode()) {
            throw new IOException("no JSON value");
        }
        return node;
    }

    /** The string field {@code name}, or null if it is absent, empty or no string. */
    static String string(JsonNode node, String name) {
        var value = node.path(name);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    /** A string or a number as a string; null for anything else. */
    static String scalar(JsonNode node, String name) {
        var value = node.path(name);
        return value.isNumber() ? value.asText() : string(node, name);
    }

    /** A count of 0 or more, or null. */
    static Integer count(JsonNode node, String name) {
        var value = node.path(name);
        return value.isNumber() && value.canConvertToInt() && value.intValue() >= 0 ? value.intValue() : null;
    }

    /** Finite seconds of 0 or more, or null. */
    static Double seconds(JsonNode node, String name) {
        var value = node.path(name);
        return value.isNumber() && Double.isFinite(value.doubleValue()) && value.doubleValue() >= 0
                ? value.doubleValue()
                : null;
    }
}
