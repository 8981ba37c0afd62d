package app.pitot.ui.params;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.history.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters parameters = new Parameters();

    @Test
    void aNewWindowSetsNothingButTheCap() {
        assertThat(parameters.current()).isEqualTo(ChatParameters.of(null, Parameters.STARTING_MAX_TOKENS));
        parameters.maxTokens().set(null);
        assertThat(parameters.current()).isEqualTo(ChatParameters.NONE);
        assertThat(parameters.setup().get()).isEqualTo(Setup.NONE);
    }

    @Test
    void whatWasSetIsShownAgainAsItWas() {
        var all = new Setup("Be brief.", new ChatParameters(0.7, 0.9, 100, 42L, List.of("\n\n", "END"), "low",
                new ResponseFormat(Kind.SCHEMA, "weather", "{\"type\":\"object\"}"), 3,
                "[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]", "f", "{\"user\":\"u\"}"), null, null);
        parameters.show(all);
        assertThat(parameters.setup().get()).isEqualTo(all);
        parameters.show(Setup.NONE);
        assertThat(parameters.setup().get()).isEqualTo(Setup.NONE);
        assertThat(parameters.schema().get()).isEmpty();
    }

    @Test
    void showingTellsOnceAndNeverHalfOfIt() {
        var seen = new ArrayList<Setup>();
        parameters.setup().addListener((_, _, now) -> seen.add(now));
        var next = new Setup("s", new ChatParameters(1.0, 0.5, null, null, List.of(), null, null, null, null, null,
                null), null, null);
        parameters.show(next);
        assertThat(seen).containsExactly(next);
    }

    @Test
    void blanksAreNotSent() {
        parameters.effort().set("  ");
        parameters.tools().set("\n");
        parameters.extraBody().set(" ");
        parameters.toolChoice().set("auto");
        assertThat(parameters.current().reasoningEffort()).isNull();
        assertThat(parameters.current().tools()).isNull();
        assertThat(parameters.current().extraBody()).isNull();
        assertThat(parameters.current().toolChoice()).as("without tools there is nothing to choose").isNull();
        parameters.tools().set("[]");
        assertThat(parameters.current().toolChoice()).isEqualTo("auto");
    }

    @Test
    void aSchemaHasANameAndStaysWhileAnotherFormatIsChosen() {
        parameters.format().set(Kind.SCHEMA);
        parameters.schema().set("{}");
        assertThat(parameters.current().responseFormat())
                .isEqualTo(new ResponseFormat(Kind.SCHEMA, Parameters.SCHEMA_NAME, "{}"));
        parameters.format().set(Kind.JSON);
        assertThat(parameters.current().responseFormat()).isEqualTo(new ResponseFormat(Kind.JSON, null, null));
        parameters.format().set(Kind.SCHEMA);
        assertThat(parameters.current().responseFormat().schema()).isEqualTo("{}");
    }
}
