package app.pitot.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource({"cerebras, llama-3.3-70b, gpt-oss-120b", "cerebras, llama3.1-70b, gpt-oss-120b",
        "groq, gemma2-9b-it, openai/gpt-oss-20b", "groq, playai-tts,", "cerebras, gpt-oss-120b,", "groq, nosuch,"})
    void theSuccessorIsTheEndOfTheChain(String provider, String model, String successor) {
        var today = LocalDate.of(2026, 11, 20);
        assertThat(catalogue.successor(provider, model, today).orElse(null)).isEqualTo(successor);
    }

    @Test
    void knowsTheProvidersByTheirHost() {
        assertThat(catalogue.providerForBaseUrl("https://api.cerebras.ai/v1").id()).isEqualTo("cerebras");
        assertThat(catalogue.providerForBaseUrl("https://API.GROQ.com/openai/v1").id()).isEqualTo("groq");
        assertThat(catalogue.providerForBaseUrl("https://openrouter.ai/api/v1").id()).isEqualTo("openrouter");
        assertThat(catalogue.providerForBaseUrl("https://api.tokenmix.ai").id()).isEqualTo("tokenmix");
    }

    @Test
    void anyOtherUrlIsCustomEvenHalfTyped() {
        for (var url : List.of("http://127.0.0.1:8080/v1", "https://api.cerebras.ai.evil.example/v1", "http://",
                "http://[", "", "not a url", "https://groq.com/v1")) {
            assertThat(catalogue.providerForBaseUrl(url).id()).as(url).isEqualTo("custom");
        }
        assertThat(catalogue.providerForBaseUrl(null).id()).isEqualTo("custom");
    }

    @Test
    void theSimulatorStartsWithTheAprilPlan() {
        var plan = catalogue.defaultPlan("simulator").orElseThrow();
        assertThat(plan.id()).isEqualTo("cerebras-free-2026-04");
        assertThat(plan.asOf()).isEqualTo(LocalDate.of(2026, 4, 25));
        assertThat(plan.contextTokens()).isEqualTo(8_192);
        assertThat(plan.unsetOutputReserve()).isNull();
        assertThat(plan.limits()).containsExactlyInAnyOrder(
                new Limit(Metric.REQUESTS, Period.MINUTE, 30, Refill.CONTINUOUS),
                new Limit(Metric.REQUESTS, Period.HOUR, 900, Refill.CONTINUOUS),
                new Limit(Metric.REQUESTS, Period.DAY, 14_400, Refill.FIXED),
                new Limit(Metric.TOKENS, Period.MINUTE, 60_000, Refill.CONTINUOUS),
                new Limit(Metric.TOKENS, Period.HOUR, 1_000_000, Refill.CONTINUOUS),
                new Limit(Metric.TOKENS, Period.DAY, 1_000_000, Refill.FIXED));
        assertThat(catalogue.plans("simulator").getFirst()).isEqualTo(plan);
    }

    @Test
    void theTrialHasTwoTokenBucketsAMinute() {
        assertThat(catalogue.defaultPlan("cerebras").orElseThrow().limits()).contains(
                new Limit(Metric.UNCACHED_TOKENS, Period.MINUTE, 30_000, Refill.CONTINUOUS),
                new Limit(Metric.TOKENS, Period.MINUTE, 90_000, Refill.CONTINUOUS));
    }

    @Test
    void aPlanMayDifferByModel() {
        assertThat(rpm(catalogue.plan("cerebras-developer-2026-09", "gpt-oss-120b").orElseThrow())).isEqualTo(1_000);
        assertThat(rpm(catalogue.plan("cerebras-developer-2026-09", "qwen-3.8-27b").orElseThrow())).isEqualTo(300);
        assertThat(catalogue.plan("cerebras-developer-2026-09", "qwen-3.8-27b").orElseThrow().contextTokens())
                .isEqualTo(131_072);
        assertThat(catalogue.plan("no-such-plan")).isEmpty();
        assertThat(catalogue.plan("no-such-plan", "gpt-oss-120b")).isEmpty();
    }

    @Test
    void everyPresetOfTheReferenceIsThere() {
        for (var id : List.of("cerebras-free-2026-04", "cerebras-trial-2026-09", "cerebras-developer-2026-09",
                "groq-free-2026-10", "groq-developer-2026-09", "openrouter-free", "openrouter-free-10credits",
                "openrouter-paid", "tokenmix", "custom")) {
            assertThat(catalogue.plan(id)).as(id).isPresent();
        }
    }

    @Test
    void everyPlanIsDatedSourcedAndPositive() {
        var ids = new HashSet<String>();
        for (var entry : catalogue.entries()) {
            if (entry.provider().id().equals("simulator")) {
                continue;
            }
            for (var table : entry.plans()) {
                assertThat(ids.add(table.plan().id())).as(table.plan().id()).isTrue();
                assertThat(table.remarks().confidence()).isIn("documented", "reported", "inferred");
                assertThat(table.remarks().status()).isIn("current", "historical");
                valid(table.plan());
                table.models().values().forEach(CatalogueTest::valid);
                assertThat(catalogue.models(entry.provider().id())).extracting(ModelInfo::id)
                        .containsAll(table.models().keySet());
            }
        }
        assertThat(ids).hasSize(10);
    }

    @Test
    void everyModelIsUniquePricedOrNotAndItsReplacementExists() {
        for (var provider : catalogue.providers()) {
            var ids = new HashSet<String>();
            for (var model : catalogue.models(provider.id())) {
                assertThat(ids.add(model.id())).as(model.id()).isTrue();
                assertThat(model.name()).isNotBlank();
                assertThat(model.inputPrice() == null).isEqualTo(model.outputPrice() == null);
                if (model.inputPrice() != null) {
                    assertThat(model.inputPrice()).isPositive();
                    assertThat(model.outputPrice()).isPositive();
                }
                for (var size : new Integer[]{model.contextTokens(), model.maxOutputTokens(), model.publishedSpeed()}) {
                    assertThat(size == null || size > 0).as(model.id()).isTrue();
                }
                if (model.replacement() != null) {
                    assertThat(model.retiredOn()).as(model.id()).isNotNull();
                    assertThat(lastSuccessor(provider.id(), model).retiredOn()).as(model.id())
                            .satisfiesAnyOf(day -> assertThat(day).isNull(), day -> assertThat(day)
                                    .isAfter(model.retiredOn()));
                }
            }
        }
    }

    @Test
    void pricesAndRetirementsAreExact() {
        var oss = catalogue.model("cerebras", "gpt-oss-120b").orElseThrow();
        assertThat(oss.inputPrice()).isEqualTo(new BigDecimal("0.35"));
        assertThat(oss.outputPrice()).isEqualTo(new BigDecimal("0.75"));
        var llama = catalogue.model("cerebras", "llama-3.3-70b").orElseThrow();
        assertThat(llama.retiredOn()).isEqualTo(LocalDate.of(2026, 2, 16));
        assertThat(llama.replacement()).isEqualTo("gpt-oss-120b");
        assertThat(catalogue.model("cerebras", "no-such-model")).isEmpty();
    }

    @Test
    void providersAreUniqueAndUnknownOnesAreRefused() {
        assertThat(catalogue.providers()).extracting(Provider::id).doesNotHaveDuplicates().contains("simulator",
                "custom");
        assertThatThrownBy(() -> catalogue.provider("nobody")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    private ModelInfo lastSuccessor(String provider, ModelInfo model) {
        var at = model;
        for (var steps = 0; at.replacement() != null; steps++) {
            assertThat(steps).as("circle of replacements at " + model.id()).isLessThan(10);
            at = catalogue.model(provider, at.replacement()).orElseThrow();
        }
        return at;
    }

    private static void valid(Plan plan) {
        assertThat(plan.name()).isNotBlank();
        assertThat(plan.source()).isNotBlank();
        assertThat(plan.notes()).isNotNull();
        assertThat(plan.asOf()).isBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1));
        assertThat(plan.contextTokens() == null || plan.contextTokens() > 0).isTrue();
        assertThat(plan.unsetOutputReserve() == null || plan.unsetOutputReserve() >= 0).isTrue();
        assertThat(plan.limits()).allSatisfy(limit -> assertThat(limit.value()).isPositive());
        assertThat(plan.limits().stream().map(limit -> limit.metric() + "/" + limit.period()).toList())
                .doesNotHaveDuplicates();
    }

    private static long rpm(Plan plan) {
        return plan.limits().stream()
                .filter(limit -> limit.metric() == Metric.REQUESTS && limit.period() == Period.MINUTE).findFirst()
                .orElseThrow().value();
    }
}
