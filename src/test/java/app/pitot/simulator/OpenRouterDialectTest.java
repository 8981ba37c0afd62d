package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterDialectTest {
    private static final String FREE = "openai/gpt-oss-20b:free";
    private static final String PAID = "openai/gpt-oss-120b";
    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer
                .start(Plans.config(Plans.unlimited()).withDialect(Dialect.OPENROUTER).withSpeed(30_000.0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void streamsCommentsThenTextThenTheFinishTwice() throws Exception {
        var stream = client.stream(Client.body(PAID, "What is a token bucket?", true, null));
        var events = stream.json();
        var first = events.getFirst();

        assertThat(server.baseUrl().getPath()).isEqualTo("/api/v1");
        assertThat(stream.raw()).startsWith(": OPENROUTER PROCESSING\n\n");
        assertThat(stream.headers().get("X-Generation-Id")).startsWith("gen-").isEqualTo(first.path("id").asText());
        assertThat(stream.headers().names()).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                .contains("ratelimit"));
        assertThat(first.at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(first.at("/choices/0/delta/reasoning").asText()).isNotEmpty()
                .isEqualTo(first.at("/choices/0/delta/reasoning_details/0/text").asText());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("provider").asText()).isNotBlank();
            assertThat(event.at("/choices/0").has("native_finish_reason")).isTrue();
        });
        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
        var end = events.subList(events.size() - 2, events.size());
        assertThat(end).allSatisfy(event -> {
            assertThat(event.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
            assertThat(event.at("/choices/0/native_finish_reason").asText()).isEqualTo("stop");
            assertThat(event.at("/choices/0/delta/content").asText("x")).isEmpty();
        });
        assertThat(end.getFirst().has("usage")).isFalse();
        assertThat(events.subList(0, events.size() - 2))
                .allMatch(event -> event.at("/choices/0/finish_reason").isNull());
        assertThat(stream.raw()).doesNotContain("time_info", "x_groq");
    }

    @Test
    void usageHasTheCostByTheListsPrices() throws Exception {
        var stream = client.stream(Client.body(PAID, "Write 70 tokens", true, null));
        var usage = stream.last().path("usage");
        var thoughts = Tokenizer.count(stream.text("reasoning"));
        var prompt = 12 + Tokenizer.count("Write 70 tokens");
        var price = new BigDecimal("0.00000009").multiply(BigDecimal.valueOf(prompt))
                .add(new BigDecimal("0.0000004").multiply(BigDecimal.valueOf(70 + thoughts)));

        assertThat(usage.path("prompt_tokens").asInt()).isEqualTo(prompt);
        assertThat(usage.path("completion_tokens").asInt()).isEqualTo(70 + thoughts);
        assertThat(usage.path("total_tokens").asInt()).isEqualTo(prompt + 70 + thoughts);
        assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(thoughts);
        assertThat(usage.at("/prompt_tokens_details/cached_tokens").asInt(-1)).isZero();
        assertThat(usage.path("is_byok").asBoolean(true)).isFalse();
        assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo(price);
        var free = client.stream(Client.body(FREE, "Write 70 tokens", true, null));
        assertThat(free.last().at("/usage/cost").decimalValue()).isZero();
    }

    @Test
    void sendsCommentsAsLongAsNothingElseCanBe() throws Exception {
        var stream = client.stream(Client.body(FREE, "/fault slow-first-token:1300\nWrite 20 tokens", true, null));
        assertThat(stream.raw().split(": OPENROUTER PROCESSING", -1)).hasSize(1 + 3);
    }

    @Test
    void answersInOnePiece() throws Exception {
        var streamed = client.stream(Client.seeded(PAID, "Compare two runs", true, null));
        var whole = client.post(Client.seeded(PAID, "Compare two runs", false, null)).json();

        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo(streamed.text("content"));
        assertThat(whole.at("/choices/0/native_finish_reason").asText()).isEqualTo("stop");
        assertThat(whole.path("usage")).isEqualTo(streamed.last().path("usage"));
        assertThat(whole.path("provider").asText()).isNotBlank();
    }

    @Test
    void everybodyMayListModels() throws Exception {
        var list = client.get("/api/v1/models", "Authorization", "Bearer wrong");
        var models = list.json().path("data");

        assertThat(list.status()).isEqualTo(200);
        assertThat(models).hasSizeGreaterThan(3).allSatisfy(model -> {
            for (var field : new String[]{"canonical_slug", "name", "created", "context_length", "architecture",
                "pricing", "top_provider", "supported_parameters", "expiration_date"})
                assertThat(model.has(field)).as(field).isTrue();
            assertThat(model.at("/pricing/prompt").isTextual()).isTrue();
            assertThat(model.has("simulator")).isFalse();
            assertThat(model.path("context_length").isNull())
                    .isEqualTo(!model.at("/architecture/output_modalities/0").asText().equals("text"));
            assertThat(model.path("id").asText().endsWith(":free"))
                    .isEqualTo(model.at("/pricing/completion").asText().equals("0"));
        });
        assertThat(models).extracting(model -> model.path("expiration_date").asText("none")).contains("none")
                .anyMatch(date -> date.matches("20\\d\\d-\\d\\d-\\d\\d"));
        assertThat(models.get(0).at("/architecture/input_modalities").isArray()).isTrue();
        assertThat(models.get(0).at("/top_provider/max_completion_tokens").isInt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"402,402,payment_required,openrouter_credits", "402-key,402,payment_required,openrouter_key_limit",
        "402-in-flight,402,payment_required,openrouter_in_flight_budget", "429-queue,429,provider_overloaded,",
        "429-requests,429,rate_limit_exceeded,", "401,401,authentication,", "404,404,not_found,",
        "404-archived,404,not_found,", "413,413,payload_too_large,", "500,500,server,", "503,503,provider_unavailable,",
        "429-day,429,rate_limit_exceeded,"})
    void faults(String spec, int status, String type, String source) throws Exception {
        var answer = client.post(Client.body(PAID, "/fault " + spec + "\nHello", true, 100));
        var error = answer.json().path("error");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(error.path("code").isInt()).isTrue();
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.at("/metadata/error_type").asText()).isEqualTo(type);
        assertThat(error.at("/metadata/limit_source").asText(null)).isEqualTo(source);
        assertThat(answer.headers().get("Retry-After")).isEqualTo(spec.equals("402-in-flight") ? "2" : null);
        assertThat(answer.headers().get("X-RateLimit-Limit") != null)
                .isEqualTo(spec.equals("429-requests") || spec.equals("429-day"));
        assertThat(server.state().admitted()).isZero();
    }

    @Test
    void anErrorMayHideBehindA200() throws Exception {
        var top = client.post(Client.body(PAID, "/fault error-200", true, 100));
        assertThat(top.status()).isEqualTo(200);
        assertThat(top.json().at("/error/code").asInt()).isEqualTo(502);
        var choice = client.post(Client.body(PAID, "/fault error-choice", true, 100));
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.json().has("error")).isFalse();
        assertThat(choice.json().at("/choices/0/error/code").asInt()).isEqualTo(502);
        assertThat(choice.json().at("/choices/0/message/content").asText()).isNotEmpty();
        assertThat(server.state().admitted()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 900})
    void anErrorInMidStreamMayBeTheOnlyFrame(int after) throws Exception {
        var stream = client.stream(
                Client.body(PAID, "/fault error:after-" + after + "\nTell me about wind", true, 500));
        var last = stream.last();

        assertThat(stream.status()).isEqualTo(200);
        assertThat(last.at("/error/code").asInt()).isEqualTo(502);
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("error");
        assertThat(last.path("id").asText()).startsWith("gen-");
        assertThat(stream.events().size() == 1).isEqualTo(after == 0);
        assertThat(stream.raw()).doesNotContain("[DONE]", "\"usage\"");
    }

    @Test
    void dropsWhatAModelCannotUse() throws Exception {
        var body = Client.body("meta-llama/llama-3.3-70b-instruct", "Write 20 tokens", true, null).replace(
                "\"stream\"", "\"top_k\":4,\"logprobs\":true,\"reasoning\":{\"effort\":\"xhigh\"},\"stream\"");
        assertThat(client.stream(body).status()).isEqualTo(200);
        var silent = Client.body(PAID, "Write 20 tokens", true, null).replace("\"stream\"",
                "\"reasoning\":{\"effort\":\"none\"},\"stream\"");
        assertThat(client.stream(silent).text("reasoning")).isEmpty();
    }

    @Test
    void keysThatFailOnPurpose() throws Exception {
        var wrong = client.post(Client.body(PAID, "x", true, 5), "Authorization", "Bearer wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().at("/error/code").asInt()).isEqualTo(401);
        assertThat(client.get("/api/v1/key", "Authorization", "Bearer wrong").status()).isEqualTo(401);
        assertThat(client.post(Client.body(PAID, "x", true, 5), "Authorization", "Bearer broke").status())
                .isEqualTo(402);
        assertThat(client.get("/api/v1/key", "Authorization", "Bearer broke").status()).isEqualTo(200);
    }
}
