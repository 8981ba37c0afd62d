package app.pitot.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFactsTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "cerebras, https://api.cerebras.ai/v1, csk-, CEREBRAS_API_KEY, https://cloud.cerebras.ai, /models, -, https://api.cerebras.ai/public/v1/models",
        "groq, https://api.groq.com/openai/v1, gsk_, GROQ_API_KEY, https://console.groq.com/keys, /models, -, -",
        "openrouter, https://openrouter.ai/api/v1, sk-or-v1-, OPENROUTER_API_KEY, https://openrouter.ai/keys, /key, /key, https://openrouter.ai/api/v1/models",
        "tokenmix, https://api.tokenmix.ai/v1, sk-tm-, TOKENMIX_API_KEY, https://tokenmix.ai/dashboard, /models, -, https://api.tokenmix.ai/api/models?per_page=500",
        "ollama, http://127.0.0.1:11434/v1, -, -, -, /models, -, -",
        "lmstudio, http://127.0.0.1:1234/v1, -, -, -, /models, -, -",
        "llamacpp, http://127.0.0.1:8080/v1, -, -, -, /models, -, -",
        "vllm, http://127.0.0.1:8000/v1, -, -, -, /models, -, -"})
    void areExact(String id, String baseUrl, String prefix, String variable, String page, String check, String status,
            String publicModels) {
        var provider = catalogue.provider(id);
        var facts = provider.facts();
        assertThat(provider.baseUrl()).isEqualTo(baseUrl);
        assertThat(facts.keyPrefix()).isEqualTo(prefix);
        assertThat(facts.keyVariable()).isEqualTo(variable);
        assertThat(facts.keysPage()).isEqualTo(page);
        assertThat(facts.keyCheck()).isEqualTo(check);
        assertThat(facts.keyStatus()).isEqualTo(status);
        assertThat(facts.publicModels()).isEqualTo(publicModels);
    }

    @Test
    void areDatedSourcedAndRatedWhereverThereAreAny() {
        for (var entry : catalogue.entries()) {
            var facts = entry.provider().facts();
            if (facts.equals(ProviderFacts.NONE)) {
                assertThat(entry.provider().id()).isIn(Catalogue.SIMULATOR, Catalogue.CUSTOM);
                continue;
            }
            assertThat(facts.asOf()).as(entry.provider().id()).isBetween(LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 12, 31));
            assertThat(facts.source()).as(entry.provider().id()).isNotBlank();
            assertThat(entry.confidence()).as(entry.provider().id()).isIn("documented", "reported", "inferred");
        }
    }

    @Test
    void everyLinkIsSecure() {
        for (var provider : catalogue.providers()) {
            var facts = provider.facts();
            facts.onboarding().stream().map(ProviderFacts.Step::url).filter(url -> url != null)
                    .forEach(ProviderFactsTest::secure);
            for (var url : new String[]{facts.keysPage(), facts.publicModels()}) {
                if (url != null) {
                    secure(url);
                }
            }
        }
    }

    @Test
    void theFiveStepsToACerebrasKeySayWhatTheyCostNow() {
        var steps = catalogue.provider("cerebras").facts().onboarding();
        assertThat(steps).hasSize(5);
        assertThat(steps.getFirst().url()).isEqualTo("https://cloud.cerebras.ai");
        assertThat(steps.get(1).text()).contains("25 April 2026", "payment method");
        assertThat(steps.getLast().text()).contains("only this one time", "five minutes");
    }

    @Test
    void eachProviderIsToldWhoAsksInItsOwnHeadersOnly() {
        assertThat(headers("cerebras")).isEqualTo(Map.of("X-Cerebras-3rd-Party-Integration", "pitot"));
        assertThat(headers("openrouter"))
                .isEqualTo(Map.of("X-OpenRouter-Title", "Pitot"));
        assertThat(List.of("simulator", "groq", "tokenmix", "ollama", "lmstudio", "llamacpp", "vllm", "custom"))
                .allSatisfy(id -> assertThat(headers(id)).isEmpty());
        assertThat(catalogue.provider("cerebras").wire().asksUsage()).isFalse();
        assertThat(catalogue.provider("groq").wire().asksUsage()).isTrue();
        assertThat(catalogue.provider("ollama").wire().completionCap()).isFalse();
    }

    private Map<String, String> headers(String id) {
        return catalogue.provider(id).wire().headers();
    }

    private static void secure(String url) {
        assertThat(URI.create(url).getScheme()).as(url).isEqualTo("https");
        assertThat(URI.create(url).getHost()).as(url).isNotBlank();
    }
}
