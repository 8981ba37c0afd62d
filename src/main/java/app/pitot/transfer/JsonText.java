package app.pitot.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as it is written to and read from files. */
public final class JsonText {
    /** Of one text, in characters. */
    static final int LONGEST_TEXT = 64 << 20;
    private static final int DEEPEST = 100;

    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactoryBuilder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT).build())
            .characterEscapes(new Escapes()).build());

    private JsonText() {}

    static JsonFactory factory() {
        return MAPPER.getFactory();
    }

    /** UTF-8, on one line. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /**
     * What is no whole character, turns the direction of writing, hides, or separates lines is spelled out: half a
     * surrogate pair has no UTF-8, and whoever opens the file in an editor is to see what is in it.
     */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = standardAsciiEscapesForJSON();
            codes[0x7F] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return switch (Character.getType(c)) {
                case Character.SURROGATE, Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                    new SerializedString(String.format("\\u%04X", c));
                default -> null;
            };
        }
    }
}
