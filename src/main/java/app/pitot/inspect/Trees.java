package app.pitot.inspect;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reading of JSON that may be none. */
final class Trees {
    private static final int DEPTH = 200;
    /** Thread-safe. Numbers keep all their digits. */
    static final ObjectMapper MAPPER = mapper();

    private Trees() {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(com.fasterxml.jackson.core.StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
        return mapper;
    }

    /** Null for what is no JSON. */
    static JsonNode of(byte[] json) {
        try {
            var tree = MAPPER.readTree(json);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            return null;
        }
    }
}
