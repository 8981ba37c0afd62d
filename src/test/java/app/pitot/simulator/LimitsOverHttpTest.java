package app.pitot.simulator;

import static app.pitot.provider.Metric.REQUESTS;
import static app.pitot.provider.Metric.TOKENS;
import static app.pitot.provider.Period.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Plan;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsOverHttpTest {
    private final Plans.Hand hand = new Plans.Hand();
    private SimulatorServer server;
    private Client client;

    private void start(Plan plan) throws Exception {
        server = SimulatorServer.start(Plans.config(plan, hand.clocks()).withSpeed(30_000.0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void headersDescribeTheWindowsRightAfterTheReservation() throws Exception {
        start(Plans.april());
        var stream = client.stream(Client.body("llama3.1-8b", "Write 100 tokens", true, 1_000));
        int prompt = stream.last().at("/usage/prompt_tokens").asInt();
        var headers = stream.headers();

        assertThat(headers.get("x-ratelimit-limit-requests-minute")).isEqualTo("30");
        assertThat(headers.get("x-ratelimit-remaining-requests-minute")).isEqualTo("29");
        assertThat(headers.get("x-ratelimit-reset-requests-minute")).isEqualTo("2.0");
        assertThat(headers.get("x-ratelimit-remaining-requests-day")).isEqualTo("14399");
        assertThat(headers.get("x-ratelimit-reset-requests-day")).isEqualTo("50400.0");
        assertThat(headers.get("x-ratelimit-remaining-tokens-minute")).isEqualTo("" + (59_000 - prompt));
        assertThat(Double.parseDouble(headers.get("x-ratelimit-reset-tokens-minute")))
                .isEqualTo((1_000 + prompt) / 1e3);
        assertThat(headers.get("x-ratelimit-remaining-tokens-hour")).isEqualTo("" + (999_000 - prompt));
        assertThat(headers.get("x-ratelimit-remaining-tokens-day")).isEqualTo("" + (999_000 - prompt));
        assertThat(client.get("/v1/models").headers().get("x-ratelimit-limit-requests-minute")).isNull();

        var state = server.state();
        assertThat(state.limits().get(3).remainingFloor()).isEqualTo(60_000 - prompt - 100);
        assertThat(state.tokensCharged()).isEqualTo(prompt + 100);
        assertThat(state.tokensToday()).isEqualTo(prompt + 100);
        assertThat(state.inFlight()).isZero();
        var json = client.get("/simulator/state").json();
        assertThat(json.path("tokensCharged").asLong()).isEqualTo(prompt + 100);
        assertThat(json.at("/limits/3/remainingFloor").asLong()).isEqualTo(60_000 - prompt - 100);
    }

    @Test
    void withoutACapTheReserveIsThePlansOrTheRestOfTheContext() throws Exception {
        start(Plans.april());
        var prompt = Tokenizer.count("Write 10 tokens") + 12;
        assertThat(client.stream(Client.body("llama3.1-8b", "Write 10 tokens", true, null)).headers()
                .get("x-ratelimit-remaining-tokens-minute")).isEqualTo("" + (60_000 - 8_192));
        stop();
        start(Plans.plan(65_536, 16_384, Plans.bucket(TOKENS, MINUTE, 30_000)));
        assertThat(client.stream(Client.body("llama3.1-8b", "Write 10 tokens", true, null)).headers()
                .get("x-ratelimit-remaining-tokens-minute")).isEqualTo("" + (30_000 - 16_384 - prompt));
    }

    @Test
    void bothKindsOf429ForAllKeysAndModelsTogether() throws Exception {
        start(Plans.plan(null, null, Plans.bucket(REQUESTS, MINUTE, 2), Plans.bucket(TOKENS, MINUTE, 1_000)));
        var tokens = client.post(Client.body("gpt-oss-120b", "x", true, 5_000));
        assertThat(tokens.status()).isEqualTo(429);
        assertThat(tokens.body())
                .isEqualTo("{\"message\":\"Tokens per minute limit exceeded - too many tokens processed.\","
                        + "\"type\":\"too_many_requests_error\",\"param\":\"quota\",\"code\":\"token_quota_exceeded\"}");
        assertThat(tokens.headers().get("x-ratelimit-remaining-tokens-minute")).isEqualTo("1000");

        assertThat(client.post(Client.body("llama3.1-8b", "x", true, 5), "Authorization", "Bearer a").status())
                .isEqualTo(200);
        assertThat(client.post(Client.body("gpt-oss-120b", "x", true, 5), "Authorization", "Bearer b").status())
                .isEqualTo(200);
        var requests = client.post(Client.body("llama3.1-8b", "x", true, 5), "Authorization", "Bearer c");
        assertThat(requests.status()).isEqualTo(429);
        assertThat(requests.code()).isEqualTo("request_quota_exceeded");
        assertThat(requests.headers().get("x-ratelimit-remaining-requests-minute")).isEqualTo("0");
        assertThat(requests.headers().get("x-ratelimit-reset-requests-minute")).isEqualTo("60.0");

        hand.forward(Duration.ofSeconds(30));
        assertThat(client.post(Client.body("llama3.1-8b", "x", true, 5)).status()).isEqualTo(200);
        assertThat(server.state().refused()).isEqualTo(2);
    }

    @Test
    void thePlansContextBoundsThePromptAndTheReply() throws Exception {
        start(Plans.april());
        assertThat(client.post(Client.body("gpt-oss-120b", "x", true, 8_192)).code())
                .isEqualTo("context_length_exceeded");
        var full = client.stream(Client.body("llama3.1-8b", "Write 100,000 tokens", true, null)).last();

        assertThat(full.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(full.at("/usage/total_tokens").asInt()).isEqualTo(8_192);
    }

    @Test
    void aClientThatLeavesKeepsItsReservationCharged() throws Exception {
        start(Plans.plan(null, null, Plans.bucket(TOKENS, MINUTE, 60_000)));
        var prompt = Tokenizer.count("Write 20,000 tokens") + 12;
        try (var response = client.open(Client.body("gpt-oss-120b", "Write 20,000 tokens", true, 30_000))) {
            assertThat(response.body().source().readUtf8Line()).contains("assistant");
            assertThat(server.state().inFlight()).isEqualTo(1);
        }
        await(() -> server.state().inFlight() == 0);

        assertThat(server.state().limits().getFirst().remainingFloor()).isEqualTo(30_000 - prompt);
        assertThat(server.state().tokensCharged()).isEqualTo(30_000 + prompt);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++)
            Thread.sleep(10);
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
