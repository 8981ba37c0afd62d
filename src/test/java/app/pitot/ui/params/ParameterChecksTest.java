package app.pitot.ui.params;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.history.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterChecksTest {
    private static final String WEATHER = "[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{}}}]";

    private final Parameters parameters = new Parameters();

    private String problem() {
        return parameters.problems().get().isEmpty() ? null : parameters.problems().get().getFirst().sentence();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|Tools: ", "[|Tools: ", "[]|Tools: The array is empty",
        "[1]|Tools: Tool 1 is no object", "[{\"type\":\"x\"}]|Tools: Tool 1 needs \"type\"",
        "[{\"type\":\"function\"}]|Tools: Tool 1 needs \"function\"",
        "[{\"type\":\"function\",\"function\":{\"name\":\"a b\"}}]|Tools: Tool 1 needs a name",
        "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":[]}}]|Tools: The parameters of f must be"})
    void toolsThatNoEndpointTakesAreNamed(String json, String says) {
        parameters.tools().set(json);
        assertThat(problem()).startsWith(says);
    }

    @Test
    void twoToolsOfOneNameAreOneTooMany() {
        parameters.tools().set("[" + WEATHER.substring(1, WEATHER.length() - 1) + "," + WEATHER.substring(1));
        assertThat(problem()).isEqualTo("Tools: Two tools are called weather.");
    }

    @Test
    void theChoiceMustBeAWordOrATool() {
        parameters.tools().set(WEATHER);
        for (var good : List.of("", "auto", "none", "required", "weather")) {
            parameters.toolChoice().set(good);
            assertThat(problem()).as(good).isNull();
        }
        parameters.toolChoice().set("clock");
        assertThat(problem()).startsWith("Tool choice: ");
    }

    @Test
    void aSchemaIsWantedOnlyWhereOneIsSent() {
        parameters.format().set(Kind.SCHEMA);
        assertThat(problem()).startsWith("JSON schema: ");
        parameters.schema().set("{\"type\":\"object\",}");
        assertThat(problem()).contains("Line 1");
        parameters.format().set(Kind.JSON);
        assertThat(problem()).isNull();
        parameters.format().set(Kind.SCHEMA);
        parameters.schema().set("{\"type\":\"object\"}");
        assertThat(problem()).isNull();
        parameters.schemaName().set("my answer");
        assertThat(problem()).contains("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\":1", "x", "{\"a\":1,\"a\":2}"})
    void extraFieldsMustBeAnObject(String json) {
        parameters.extraBody().set(json);
        assertThat(problem()).startsWith("Extra fields: ");
        assertThat(ParameterChecks.ignored(parameters.current())).isEmpty();
    }

    @Test
    void extraFieldsThatAControlSetsAreNamedAsIgnored() {
        parameters.extraBody().set("{\"temperature\":1,\"max_tokens\":5,\"top_k\":3,\"model\":\"x\"}");
        assertThat(problem()).isNull();
        assertThat(ParameterChecks.ignored(parameters.current())).containsExactlyInAnyOrder("max_tokens", "model");
        parameters.maxTokens().set(null);
        parameters.temperature().set(0.5);
        assertThat(ParameterChecks.ignored(parameters.current())).containsExactlyInAnyOrder("temperature", "model");
    }

    @Test
    void textsWithoutEndAreNotRead() {
        parameters.extraBody().set("{\"a\":\"" + "x".repeat(ParameterChecks.LONGEST) + "\"}");
        assertThat(problem()).contains("512 KB");
    }

    @Test
    void theLineNamesWhatIsSentAndNothingElse() {
        assertThat(SentLine.of(Setup.NONE)).isEqualTo("Sent: the messages alone.");
        assertThat(SentLine.of(new Setup("x", new ChatParameters(0.7, null, 2048, 7L, List.of("a", "b"), "low",
                new ResponseFormat(Kind.JSON, null, null), 0, WEATHER, "auto", "{}"), null, null)))
                .isEqualTo("Sent: system prompt · temperature 0.7 · max tokens 2,048 · seed 7 · 2 stop texts · "
                        + "reasoning low · answer as JSON · logprobs 0 · 1 tool · tool choice auto · extra fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "END", "\\n", "a\\", "\t\r", "\\\\n", ""})
    void stopTextsSurviveBeingShown(String stop) {
        assertThat(StopText.shown(stop)).doesNotContain("\n", "\r", "\t");
        assertThat(StopText.meant(StopText.shown(stop))).isEqualTo(stop);
    }

    @Test
    void aBackslashBeforeAnythingElseIsOne() {
        assertThat(StopText.meant("C:\\dir\\new")).isEqualTo("C:\\dir\new");
        assertThat(StopText.meant("\\q\\")).isEqualTo("\\q\\");
    }
}
