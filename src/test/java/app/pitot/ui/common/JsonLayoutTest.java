package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {
    @Test
    void layoutChangesSpaceAndNothingElse() {
        var json = "{\"a\":1.50,\"b\" : [ ] ,\"c\":[1e400,\"x\\\"{,}\\\\\"],\"d\":{\"e\":12345678901234567890}, \"f\":{ }}";
        assertThat(JsonLayout.pretty(json)).contains("""
                {
                  "a": 1.50,
                  "b": [],
                  "c": [
                    1e400,
                    "x\\"{,}\\\\"
                  ],
                  "d": {
                    "e": 12345678901234567890
                  },
                  "f": {}
                }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\\\\\"", "[\"\\\"\", null , true]", "{\"a\" : {\"a\":[[[]]]}}", "[ \n ]"})
    void whatItMeansStaysAndASecondTimeChangesNothing(String json) throws Exception {
        var mapper = new ObjectMapper();
        var once = JsonLayout.pretty(json).orElseThrow();
        assertThat(mapper.readTree(once)).isEqualTo(mapper.readTree(json));
        assertThat(JsonLayout.pretty(once)).contains(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "{\"a\":1,}", "{} {}", "nul", "[1"})
    void whatIsNoJsonHasNoLayout(String text) {
        assertThat(JsonLayout.pretty(text)).isEmpty();
    }

    @Test
    void endlessNestingIsNotFollowed() {
        assertThat(JsonLayout.pretty("[".repeat(100_000) + "]".repeat(100_000))).isEmpty();
    }
}
