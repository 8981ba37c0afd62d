package app.pitot.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
    private final Catalogue catalogue = Catalogue.shipped();

    private RequestRules of(String provider) {
        return catalogue.provider(provider).requests();
    }

    @Test
    void saysWhatCerebrasTakes() {
        var rules = of("cerebras");
        assertThat(rules.refused()).containsExactly("include_reasoning");
        assertThat(rules.maxStops()).isEqualTo(4);
        assertThat(rules.maxSchemaChars()).isEqualTo(5_000);
        assertThat(rules.maxSchemaDepth()).isEqualTo(10);
        assertThat(rules.streamsJson()).isFalse();
        assertThat(rules.toolsWithFormat()).isFalse();
        assertThat(rules.efforts()).containsExactly("none", "low", "medium", "high");
        assertThat(rules.maxTools()).isNull();
        assertThat(of("simulator")).isEqualTo(rules);
    }

    @Test
    void thePlanSaysHowManyPicturesGoIntoARequest() {
        var pictures = of("cerebras").pictures();
        assertThat(pictures.countUnder(catalogue.plan("cerebras-trial-2026-09").orElseThrow())).isEqualTo(2);
        assertThat(pictures.countUnder(catalogue.plan("cerebras-developer-2026-09").orElseThrow())).isEqualTo(10);
        assertThat(pictures.countUnder(null)).isEqualTo(10);
        // As base64 in a request of 10 MiB, with room for the text.
        assertThat(pictures.maxTotalBytes() / 3 * 4).isBetween(9_500_000, 10 << 20);
        assertThat(pictures.mediaTypes()).containsExactly("image/png", "image/jpeg");
        assertThat(of("groq").pictures().countUnder(null)).isEqualTo(3);
        assertThat(of("groq").pictures().maxBytes()).isNull();
    }

    @Test
    void saysWhatOthersRefuseOrDrop() {
        assertThat(of("groq").refused()).containsExactlyInAnyOrder("logprobs", "top_logprobs", "logit_bias");
        assertThat(of("groq").maxTools()).isEqualTo(128);
        assertThat(of("openrouter").ignoresUnknown()).isTrue();
        assertThat(of("openrouter").efforts()).contains("minimal", "xhigh", "max");
    }

    @Test
    void whereNothingIsKnownNothingIsForbidden() {
        for (var id : List.of("custom", "tokenmix", "ollama")) {
            assertThat(of(id)).isEqualTo(RequestRules.UNKNOWN);
        }
        assertThat(RequestRules.UNKNOWN.pictures().mediaTypes()).containsExactly("image/png", "image/jpeg");
        assertThat(RequestRules.UNKNOWN.pictures().countUnder(null)).isNull();
    }

    @Test
    void knownRulesHaveTheDateOfTheirProvider() {
        for (var provider : catalogue.providers()) {
            if (!provider.requests().equals(RequestRules.UNKNOWN) && !provider.simulated()) {
                assertThat(provider.facts().asOf()).as(provider.id()).isNotNull();
                assertThat(provider.facts().source()).as(provider.id()).isNotBlank();
            }
        }
    }
}
