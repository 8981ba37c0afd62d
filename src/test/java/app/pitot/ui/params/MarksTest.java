package app.pitot.ui.params;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.ui.offer.ModelChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final String TOOLS = "[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}]";

    private static ModelChoice at(String provider) {
        var found = Catalogue.shipped().providers().stream().filter(each -> each.id().equals(provider)).findFirst()
                .orElseThrow();
        return ModelChoice.typed(new Account("a", found, "http://127.0.0.1:1/v1", null, KeySource.none(), "none"), "m");
    }

    private static ChatParameters set(ResponseFormat format, Integer logprobs, String tools) {
        return new ChatParameters(null, null, null, null, List.of(), null, format, logprobs, tools, null, null);
    }

    @Test
    void whatAProviderIsKnownToRefuseIsMarkedAndOnlyThere() {
        var asked = set(null, 3, null);
        assertThat(Marks.of(at("groq"), asked)).containsOnlyKeys(Field.LOGPROBS);
        assertThat(Marks.of(at("openrouter"), asked)).isEmpty();
        assertThat(Marks.of(at("groq"), ChatParameters.NONE)).isEmpty();
        assertThat(Marks.of(null, asked)).isEmpty();
    }

    @Test
    void cerebrasTakesNoJsonInAStreamAndNoToolsBesideAFormat() {
        assertThat(Marks.of(at("cerebras"), set(new ResponseFormat(Kind.JSON, null, null), null, null)))
                .containsOnlyKeys(Field.FORMAT);
        assertThat(Marks.of(at("cerebras"), set(new ResponseFormat(Kind.SCHEMA, "a", "{}"), null, TOOLS)))
                .containsOnlyKeys(Field.TOOLS);
        assertThat(Marks.of(at("cerebras"), set(new ResponseFormat(Kind.TEXT, null, null), null, TOOLS))).isEmpty();
        assertThat(Marks.of(at("cerebras"), set(new ResponseFormat(Kind.SCHEMA, "a", "x".repeat(5_001)), null, null)))
                .containsOnlyKeys(Field.SCHEMA);
    }

    @Test
    void theWordsOfTheProviderAreOfferedWhereTheModelHasNone() {
        assertThat(Marks.efforts(null)).containsExactly("low", "medium", "high");
        assertThat(Marks.efforts(at("groq"))).contains("none", "default");
        assertThat(Marks.efforts(at("custom"))).containsExactly("low", "medium", "high");
    }
}
