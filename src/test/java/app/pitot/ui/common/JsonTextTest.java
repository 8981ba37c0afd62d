package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void layoutChangesSpaceAndNothingElse() {
        var json = "{\"a\":1.50,\"b\" : [ ] ,\"c\":[1e400,\"x\\\"{,}\\\\\"],\"d\":{\"e\":12345678901234567890}, \"f\":{ }}";
        assertThat(JsonText.pretty(json)).contains("""
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
    @CsvSource(delimiter = '|', value = {"{\"a\":1,}|1", "{\"a\":1|1", "{} {}|1", "{\"a\":1,\"a\":2}|1", "nul|1"})
    void whatIsNoJsonSaysWhere(String text, int line) {
        var reading = JsonText.read(text);
        assertThat(reading.node()).isNull();
        assertThat(reading.problem()).startsWith("Not JSON at line " + line);
        assertThat(JsonText.pretty(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void nothingIsNoJson(String text) {
        assertThat(JsonText.read(text).problem()).isEqualTo("Nothing is there.");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(JsonText.read("[".repeat(10_000) + "]".repeat(10_000)).problem()).startsWith("Nested too");
        assertThat(JsonText.read("\"" + "x".repeat(JsonText.LONGEST) + "\"").problem()).startsWith("Longer than");
    }
}
