package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Catalogue;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenRouterLimitsTest {
    private static final String FREE = "openai/gpt-oss-20b:free";
    private static final String OTHER_FREE = "qwen/qwen3.8-27b:free";
    private static final String PAID = "openai/gpt-oss-120b";
    private final Plans.Hand hand = new Plans.Hand();
    private SimulatorServer server;
    private Client client;

    private void start(String plan) throws Exception {
        server = SimulatorServer
                .start(Plans.config(Catalogue.shipped().plan(plan).orElseThrow(), hand.clocks())
                        .withDialect(Dialect.OPENROUTER).withSpeed(30_000.0).withTtftMs(0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Client.Answer ask(String model) throws Exception {
        return client.post(Client.body(model, "Write 10 tokens", true, null));
    }

    private JsonNode key() throws Exception {
        return client.get("/api/v1/key").json().path("data");
    }

    @Test
    void twentyAMinuteForAllFreeModelsTogetherAndNoneForPaidOnes() throws Exception {
        start("openrouter-free");
        for (int i = 0; i < 20; i++)
            assertThat(ask(i % 2 == 0 ? FREE : OTHER_FREE).status()).isEqualTo(200);
        var refused = ask(FREE);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/message").asText()).contains("free-models-per-min");
        assertThat(refused.json().at("/error/metadata/error_type").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(refused.headers().get("X-RateLimit-Limit")).isEqualTo("20");
        assertThat(refused.headers().get("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.headers().get("X-RateLimit-Reset"))
                .isEqualTo("" + Instant.parse("2026-04-25T10:01:00Z").toEpochMilli());
        for (int i = 0; i < 25; i++)
            assertThat(ask(PAID).status()).isEqualTo(200);
        assertThat(ask(OTHER_FREE).status()).isEqualTo(429);
        hand.forward(Duration.ofSeconds(3));
        assertThat(ask(OTHER_FREE).status()).isEqualTo(200);
        assertThat(server.state().admitted()).isEqualTo(46);
        assertThat(server.state().limits().getLast().remainingFloor()).isEqualTo(50 - 21);
    }

    @ParameterizedTest
    @CsvSource({"openrouter-free,50,true", "openrouter-free-10credits,1000,false"})
    void theDayIsAUtcDay(String plan, int limit, boolean freeTier) throws Exception {
        hand.wallTo("2026-04-25T20:00:00Z");
        start(plan);
        for (int i = 0; i < limit; i++) {
            if (i % 20 == 0)
                hand.forward(Duration.ofMinutes(1));
            assertThat(client.post(Client.body(FREE, "Write 1 tokens", false, 1)).status()).isEqualTo(200);
        }
        hand.forward(Duration.ofMinutes(1));
        var refused = ask(FREE);
        assertThat(refused.json().at("/error/message").asText()).contains("free-models-per-day");
        assertThat(refused.headers().get("X-RateLimit-Limit")).isEqualTo("" + limit);
        assertThat(refused.headers().get("X-RateLimit-Reset"))
                .isEqualTo("" + Instant.parse("2026-04-26T00:00:00Z").toEpochMilli());
        assertThat(key().path("free_model_daily_requests"))
                .hasToString("{\"used\":" + limit + ",\"limit\":" + limit + ",\"remaining\":0}");
        assertThat(key().path("is_free_tier").asBoolean()).isEqualTo(freeTier);
        hand.wallTo("2026-04-26T00:00:00Z");
        assertThat(ask(FREE).status()).isEqualTo(200);
        assertThat(key().at("/free_model_daily_requests/used").asInt()).isEqualTo(1);
    }

    @Test
    void theKeyKnowsWhatWasSpent() throws Exception {
        hand.wallTo("2026-04-26T23:00:00Z");
        start("openrouter-free");
        ask(FREE);
        assertThat(key().path("usage").decimalValue()).isZero();
        var sunday = cost();
        assertMoney("usage", sunday);
        hand.wallTo("2026-04-27T01:00:00Z");
        var monday = cost();
        assertMoney("usage", sunday.add(monday));
        assertMoney("usage_daily", monday);
        assertMoney("usage_weekly", monday);
        assertMoney("usage_monthly", sunday.add(monday));
        hand.wallTo("2026-05-01T01:00:00Z");
        assertMoney("usage_daily", BigDecimal.ZERO);
        assertMoney("usage_weekly", monday);
        assertMoney("usage_monthly", BigDecimal.ZERO);
        var key = key();
        for (var field : new String[]{"limit", "limit_remaining", "limit_reset", "expires_at"}) {
            assertThat(key.has(field)).as(field).isTrue();
            assertThat(key.path(field).isNull()).as(field).isTrue();
        }
        assertThat(key.at("/rate_limit/requests").asInt()).isEqualTo(-1);
        assertThat(key.path("include_byok_in_limit").asBoolean(true)).isFalse();
    }

    @Test
    void aKeyMayHaveALimitOfItsOwn() throws Exception {
        start("openrouter-free");
        var limited = new String[]{"Authorization", "Bearer limited"};
        var body = Client.body(PAID, "Write 9,000 tokens", false, null);
        for (int i = 0; i < 3; i++)
            assertThat(client.post(body, limited).status()).isEqualTo(200);
        var refused = client.post(body, limited);
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.json().at("/error/metadata/limit_source").asText()).isEqualTo("openrouter_key_limit");
        var key = client.get("/api/v1/key", limited).json().path("data");
        assertThat(key.path("limit").decimalValue()).isEqualByComparingTo("0.01");
        assertThat(key.path("limit_remaining").decimalValue()).isZero();
        assertThat(client.post(body).status()).isEqualTo(200);
    }

    @Test
    void withoutALimitTheKeyHasNoFreeRequestsToTellOf() throws Exception {
        start("openrouter-paid");
        for (int i = 0; i < 25; i++)
            assertThat(ask(FREE).status()).isEqualTo(200);
        assertThat(key().has("free_model_daily_requests")).isFalse();
    }

    @Test
    void whoLeavesPaysForAllOfIt() throws Exception {
        start("openrouter-paid");
        try (var response = client.open(Client.body(PAID, "Write 20,000 tokens", true, null))) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(key().path("usage").decimalValue()).isGreaterThan(new BigDecimal("0.008"));
    }

    private BigDecimal cost() throws Exception {
        return client.stream(Client.body(PAID, "Write 100 tokens", true, null)).last().at("/usage/cost").decimalValue();
    }

    private void assertMoney(String field, BigDecimal usd) throws Exception {
        assertThat(key().path(field).decimalValue()).as(field).isEqualByComparingTo(usd);
    }
}
