package app.pitot.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped figures against the published ones, one line each. */
class ShippedFiguresTest {
    private static final String TRIAL = "cerebras-trial-2026-09";

    private final Catalogue catalogue = Catalogue.shipped();

    /** Requests per minute, hour, day; uncached and all tokens per minute; all tokens per hour, day; uncached per day. */
    @ParameterizedTest
    @CsvSource({"cerebras-free-2026-04, any, 30, 900, 14400, , 60000, 1000000, 1000000, , 8192",
        "cerebras-free-2026-04, llama3.1-8b, 30, 900, 14400, , 60000, 1000000, 1000000, , 8192",
        "cerebras-free-2026-04, gpt-oss-120b, 30, 900, 14400, , 64000, 1000000, 1000000, , 8192",
        "cerebras-free-2026-04, zai-glm-4.7, 10, 100, 100, , 60000, 1000000, 1000000, , 8192",
        "cerebras-trial-2026-09, gpt-oss-120b, 5, , , 30000, 90000, 1000000, 1000000, , 65536",
        "cerebras-trial-2026-09, qwen-3.8-27b, 5, , , 30000, 90000, 1000000, 1000000, , 64000",
        "cerebras-developer-2026-09, gpt-oss-120b, 1000, , , 1000000, 3000000, , , , 131072",
        "cerebras-developer-2026-09, qwen-3.8-27b, 300, , , 150000, 750000, , , , 131072",
        "groq-free-2026-10, openai/gpt-oss-120b, 30, , 1000, 8000, , , , 200000, 131072",
        "groq-developer-2026-09, openai/gpt-oss-20b, 1000, , 500000, 250000, , , , , 131072",
        "groq-developer-2026-09, openai/gpt-oss-safeguard-20b, 1000, , 500000, 150000, , , , , 131072",
        "openrouter-free, some/model:free, 20, , 50, , , , , , ", "openrouter-free, some/model, , , , , , , , , ",
        "openrouter-free-10credits, some/model:free, 20, , 1000, , , , , , ",
        "openrouter-paid, some/model, , , , , , , , , ", "tokenmix, any, , , , , , , , , ",
        "custom, any, , , , , , , , , "})
    void plan(String id, String model, Long rpm, Long rph, Long rpd, Long uncachedTpm, Long tpm, Long tph, Long tpd,
            Long uncachedTpd, Integer context) {
        var plan = catalogue.plan(id, model).orElseThrow();
        assertThat(value(plan, Metric.REQUESTS, Period.MINUTE)).isEqualTo(rpm);
        assertThat(value(plan, Metric.REQUESTS, Period.HOUR)).isEqualTo(rph);
        assertThat(value(plan, Metric.REQUESTS, Period.DAY)).isEqualTo(rpd);
        assertThat(value(plan, Metric.UNCACHED_TOKENS, Period.MINUTE)).isEqualTo(uncachedTpm);
        assertThat(value(plan, Metric.TOKENS, Period.MINUTE)).isEqualTo(tpm);
        assertThat(value(plan, Metric.TOKENS, Period.HOUR)).isEqualTo(tph);
        assertThat(value(plan, Metric.TOKENS, Period.DAY)).isEqualTo(tpd);
        assertThat(value(plan, Metric.UNCACHED_TOKENS, Period.DAY)).isEqualTo(uncachedTpd);
        assertThat(plan.contextTokens()).isEqualTo(context);
    }

    @ParameterizedTest
    @CsvSource({"cerebras, gpt-oss-120b, 131072, 40960, 65536, 32768, 0.35, , 0.75, 3000, low medium high",
        "cerebras, qwen-3.8-27b, 128000, , 64000, 32768, 0.99, , 1.49, 1850, none low medium high",
        "groq, openai/gpt-oss-120b, 131072, 65536, , , 0.15, 0.075, 0.60, 500, low medium high",
        "groq, openai/gpt-oss-20b, 131072, 65536, , , 0.075, 0.037, 0.30, 1000, low medium high",
        "groq, qwen/qwen3.8-27b, 131072, 16384, , , 0.80, , 4.00, , none default low medium high",
        "groq, openai/gpt-oss-safeguard-20b, 131072, 65536, , , 0.075, 0.037, 0.30, , low medium high"})
    void model(String provider, String id, Integer context, Integer output, Integer freeContext, Integer freeOutput,
            BigDecimal in, BigDecimal cached, BigDecimal out, Integer speed, String efforts) {
        var model = catalogue.model(provider, id).orElseThrow();
        assertThat(model.contextTokens()).isEqualTo(context);
        assertThat(model.maxOutputTokens()).isEqualTo(output);
        assertThat(model.extras().freeContextTokens()).isEqualTo(freeContext);
        assertThat(model.extras().freeMaxOutputTokens()).isEqualTo(freeOutput);
        assertThat(model.inputPrice()).isEqualTo(in);
        assertThat(model.extras().cachedInputPrice()).isEqualTo(cached);
        assertThat(model.outputPrice()).isEqualTo(out);
        assertThat(model.publishedSpeed()).isEqualTo(speed);
        assertThat(model.extras().efforts()).containsExactly(efforts.split(" "));
        assertThat(model.retiredOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"cerebras, gemma-4-31b, 2026-09-03", "cerebras, zai-glm-4.7, 2026-08-17",
        "cerebras, llama3.1-8b, 2026-05-27", "cerebras, qwen-3-235b-a22b-instruct-2507, 2026-05-27",
        "cerebras, llama-3.3-70b, 2026-02-16", "cerebras, qwen-3-32b, 2026-02-16",
        "cerebras, zai-glm-4.6, 2026-01-20", "cerebras, qwen-3-235b-a22b-thinking-2507, 2025-11-14",
        "cerebras, qwen-3-coder-480b, 2025-11-05", "cerebras, llama-4-scout-17b-16e-instruct, 2025-11-03",
        "cerebras, llama-4-maverick-17b-128e-instruct, 2025-10-15",
        "cerebras, deepseek-r1-distill-llama-70b, 2025-08-12", "cerebras, qwen-3-235b-a22b, 2025-07-29",
        "cerebras, llama3.1-70b, 2025-01-17", "groq, groq/compound, 2026-09-21",
        "groq, groq/compound-mini, 2026-09-21", "groq, qwen/qwen3.6-27b, 2026-09-14",
        "groq, llama-3.1-8b-instant, 2026-08-16", "groq, llama-3.3-70b-versatile, 2026-08-16",
        "groq, qwen/qwen3-32b, 2026-07-17", "groq, meta-llama/llama-4-scout-17b-16e-instruct, 2026-07-17",
        "groq, moonshotai/kimi-k2-instruct-0905, 2026-04-15",
        "groq, meta-llama/llama-4-maverick-17b-128e-instruct, 2026-03-09",
        "groq, meta-llama/llama-guard-4-12b, 2026-03-05", "groq, playai-tts, 2025-12-31",
        "groq, moonshotai/kimi-k2-instruct, 2025-10-10", "groq, gemma2-9b-it, 2025-10-08",
        "groq, deepseek-r1-distill-llama-70b, 2025-10-02"})
    void retirement(String provider, String id, LocalDate on) {
        assertThat(catalogue.model(provider, id).orElseThrow().retiredOn()).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({"cerebras, 14", "groq, 14", "simulator, 1"})
    void asManyRetirementsAsPublishedAndEachLeadsToAModelThatAnswers(String provider, int count) {
        var retired = catalogue.models(provider).stream().filter(model -> model.retiredOn() != null).toList();
        assertThat(retired).hasSize(count);
        for (var model : retired) {
            var at = model;
            for (int steps = 0; at.replacement() != null; steps++) {
                assertThat(steps).as(model.id()).isLessThan(10);
                at = catalogue.model(provider, at.replacement()).orElseThrow();
            }
            // One is no chat model, and nothing here takes its place.
            assertThat(at.retiredOn() == null).as(model.id()).isEqualTo(!model.id().equals("playai-tts"));
        }
    }

    @Test
    void whatOthersReportOfTheTrialIsOffered() {
        var remarks = catalogue.remarks(TRIAL).orElseThrow();
        assertThat(remarks.optional()).containsExactly(
                new Limit(Metric.REQUESTS, Period.HOUR, 150, Refill.CONTINUOUS),
                new Limit(Metric.REQUESTS, Period.DAY, 2_400, Refill.FIXED));
        assertThat(remarks.status()).isEqualTo("current");
        assertThat(catalogue.remarks("cerebras-free-2026-04").orElseThrow().status()).isEqualTo("historical");
        assertThat(catalogue.plan("cerebras-free-2026-04").orElseThrow().notes()).contains("60,000 to 100,000");
    }

    @Test
    void theContextIsTheSmallerOfPlanAndModel() {
        var qwen = catalogue.model("cerebras", "qwen-3.8-27b").orElseThrow();
        assertThat(qwen.contextUnder(catalogue.plan(TRIAL).orElseThrow())).isEqualTo(64_000);
        assertThat(qwen.contextUnder(catalogue.plan("cerebras-developer-2026-09").orElseThrow())).isEqualTo(128_000);
        assertThat(qwen.contextUnder(catalogue.plan("openrouter-paid").orElseThrow())).isEqualTo(128_000);
        assertThat(qwen.contextUnder(null)).isEqualTo(128_000);
        var unknown = ModelInfo.ofId("unknown");
        assertThat(unknown.contextUnder(catalogue.plan(TRIAL).orElseThrow())).isEqualTo(65_536);
        assertThat(unknown.contextUnder(null)).isNull();
    }

    @Test
    void aPlanIsOutdatedAfterNinetyDays() {
        var plan = catalogue.plan("groq-free-2026-10").orElseThrow();
        assertThat(plan.outdated(LocalDate.of(2026, 12, 30))).isFalse();
        assertThat(plan.outdated(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(plan.outdated(LocalDate.of(2026, 9, 1))).isFalse();
    }

    @Test
    void capabilitiesAreThoseOfTheModelPages() {
        assertThat(capabilities("cerebras", "gpt-oss-120b")).isEqualTo(EnumSet.complementOf(
                EnumSet.of(Capability.VISION)));
        assertThat(capabilities("cerebras", "qwen-3.8-27b")).contains(Capability.VISION, Capability.REASONING);
        assertThat(capabilities("groq", "qwen/qwen3.8-27b")).contains(Capability.VISION, Capability.REASONING);
        assertThat(capabilities("groq", "openai/gpt-oss-safeguard-20b")).isNull();
        assertThat(catalogue.model("groq", "qwen/qwen3.8-27b").orElseThrow().extras().preview()).isTrue();
    }

    @Test
    void thePresetsForThisMachineClaimNoAddressAndComeBeforeCustom() {
        assertThat(catalogue.providers()).extracting(Provider::id).containsExactly("simulator", "cerebras", "groq",
                "openrouter", "tokenmix", "ollama", "lmstudio", "llamacpp", "vllm", "custom");
        assertThat(List.of("ollama", "lmstudio", "llamacpp", "vllm")).allSatisfy(id -> {
            var provider = catalogue.provider(id);
            assertThat(provider.facts().local()).isTrue();
            assertThat(provider.facts().keyVariable()).isNull();
            assertThat(provider.facts().onboarding()).isNotEmpty();
            assertThat(catalogue.providerForBaseUrl(provider.baseUrl()).id()).isEqualTo(Catalogue.CUSTOM);
        });
    }

    private Set<Capability> capabilities(String provider, String model) {
        return catalogue.model(provider, model).orElseThrow().extras().capabilities();
    }

    private static Long value(Plan plan, Metric metric, Period period) {
        return plan.limits().stream().filter(limit -> limit.metric() == metric && limit.period() == period)
                .map(Limit::value).findFirst().orElse(null);
    }
}
