package app.pitot.ui.offer;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits beside a model: those that refuse first. */
class OfferLimitsTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cerebras | cerebras-trial-2026-09 | gpt-oss-120b | 5 RPM, 30K TPM uncached",
        "cerebras | cerebras-free-2026-04 | llama3.1-8b | 30 RPM, 60K TPM",
        "groq | groq-free-2026-10 | openai/gpt-oss-120b | 30 RPM, 8K TPM uncached",
        "openrouter | openrouter-free | a/b:free | 20 RPM"})
    void theLowestOfSeveralTokenLimitsIsSaid(String provider, String plan, String model, String words) {
        var account = new Account("a", CATALOGUE.provider(provider), "http://127.0.0.1:1/v1",
                CATALOGUE.plan(plan).orElseThrow(), KeySource.none(), "none");
        assertThat(OfferWords.limits(account, model)).isEqualTo(words);
    }
}
