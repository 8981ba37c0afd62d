package app.pitot.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {
    @Test
    void oneMemberALineAndNothingElseChanges() {
        assertThat(JsonLayout.of("{\"b\":1.0e+3,\"a\":[],\"c\":{ },\"d\":[1,{\"e\":\"\\u0041,:{\"}]}")).isEqualTo("""
                {
                  "b": 1.0e+3,
                  "a": [],
                  "c": {},
                  "d": [
                    1,
                    {
                      "e": "\\u0041,:{"
                    }
                  ]
                }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\\\\\"", "[\"\\\"\", null , true]", "{\"a\" : {\"a\":[[[]]]}}", "[ \n ]"})
    void whatItMeansStaysAndASecondTimeChangesNothing(String json) throws Exception {
        var mapper = new ObjectMapper();
        var once = JsonLayout.of(json);
        assertThat(mapper.readTree(once)).isEqualTo(mapper.readTree(json));
        assertThat(JsonLayout.of(once)).isEqualTo(once);
    }
}
