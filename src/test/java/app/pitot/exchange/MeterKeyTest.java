package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.ModelInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who shares windows with whom, and which limits those windows have. */
class MeterKeyTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private static Account account(String provider, String plan) {
        return new Account("a", CATALOGUE.provider(provider), "http://127.0.0.1:1/v1",
                plan == null ? null : CATALOGUE.plan(plan).orElseThrow(), KeySource.none(), "none");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "cerebras, cerebras-trial-2026-09, gpt-oss-120b, qwen-3.8-27b, false",
        "groq, groq-free-2026-10, openai/gpt-oss-120b, openai/gpt-oss-20b, false",
        "simulator, cerebras-trial-2026-09, gpt-oss-120b, qwen-3.8-27b, true",
        "simulator, openrouter-free, a/b:free, c/d, true",
        "openrouter, openrouter-free, a/b:free, c/d:free, true",
        "openrouter, openrouter-free, a/b:free, c/d, false", "openrouter, openrouter-free, a/b, c/d, true",
        "openrouter, openrouter-paid, a/b, c/d, true", "custom, null, a, b, true"})
    void twoModelsShareWindowsWhereTheProviderSaysSo(String provider, String plan, String one, String other,
            boolean shared) {
        var account = account(provider, plan);
        assertThat(MeterKey.of(account, ModelInfo.ofId(one)).equals(MeterKey.of(account, ModelInfo.ofId(other))))
                .isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({"cerebras, cerebras-developer-2026-09, gpt-oss-120b, 1000",
        "cerebras, cerebras-developer-2026-09, qwen-3.8-27b, 300",
        "cerebras, cerebras-developer-2026-09, not-in-the-table, 1000",
        "simulator, cerebras-developer-2026-09, qwen-3.8-27b, 1000", "openrouter, openrouter-free, a/b:free, 20",
        "openrouter, openrouter-free, a/b, 0", "openrouter, openrouter-free, a/free, 0"})
    void theLimitsAreThoseOfTheModel(String provider, String plan, String model, long requestsPerMinute) {
        var limits = MeterKey.plan(account(provider, plan), ModelInfo.ofId(model)).limits();
        assertThat(limits.stream().mapToLong(Limit::value).findFirst().orElse(0)).isEqualTo(requestsPerMinute);
    }
}
