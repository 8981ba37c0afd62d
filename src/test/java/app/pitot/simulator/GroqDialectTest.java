package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroqDialectTest {
    private static final String MODEL = "openai/gpt-oss-120b";
    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer
                .start(Plans.config(Plans.unlimited()).withDialect(Dialect.GROQ).withSpeed(30_000.0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void basePathIsGroqsAndNoOther() throws Exception {
        assertThat(server.baseUrl().getPath()).isEqualTo("/openai/v1");
        for (var path : new String[]{"/v1/models", "/api/v1/key", "/public/v1/models", "/openai/v1/key"})
            assertThat(client.get(path).status()).as(path).isEqualTo(404);
    }

    @Test
    void streamsAsRecorded() throws Exception {
        var stream = client.stream(Client.body(MODEL, "What is a token bucket?", true, null));
        var first = stream.event(0);

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.headers().get("x-groq-region")).isNotBlank();
        assertThat(first.at("/choices/0/delta")).hasToString("{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(first.at("/choices/0/finish_reason").isNull()).isTrue();
        assertThat(first.at("/choices/0").has("finish_reason")).isTrue();
        assertThat(first.at("/choices/0/logprobs").isNull()).isTrue();
        assertThat(first.path("object").asText()).isEqualTo("chat.completion.chunk");
        assertThat(first.at("/x_groq/id").asText()).startsWith("req_")
                .isEqualTo(stream.headers().get("x-request-id"));
        assertThat(first.at("/x_groq/seed").isInt()).isTrue();
        var thought = stream.event(1);
        assertThat(thought.at("/choices/0/delta/channel").asText()).isEqualTo("analysis");
        assertThat(thought.has("x_groq")).isFalse();
        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
        var last = stream.last();
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(last.at("/choices/0/delta").isEmpty()).isTrue();
        assertThat(last.path("usage")).isEqualTo(last.at("/x_groq/usage"));
        assertThat(last.at("/x_groq/id")).isEqualTo(first.at("/x_groq/id"));
        assertCounts(stream, last.path("usage"));
        assertThat(stream.json()).filteredOn(event -> event.has("usage")).hasSize(1);
        assertThat(stream.raw()).doesNotContain("time_info", "\"provider\"");
    }

    private static void assertCounts(Client.Stream stream, JsonNode usage) throws IOException {
        var thoughts = Tokenizer.count(stream.text("reasoning"));
        assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(thoughts).isPositive();
        assertThat(usage.path("completion_tokens").asInt())
                .isEqualTo(thoughts + Tokenizer.count(stream.text("content")));
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(usage.path("prompt_tokens").asInt() + usage.path("completion_tokens").asInt());
        assertThat(usage.path("total_time").asDouble()).isCloseTo(
                usage.path("prompt_time").asDouble() + usage.path("completion_time").asDouble(), within(1e-9));
        assertThat(usage.path("queue_time").isNumber()).isTrue();
        assertThat(usage.path("completion_time").asDouble()).isPositive();
    }

    @Test
    void usageComesAThirdTimeIfAskedFor() throws Exception {
        var body = Client.body(MODEL, "Write 50 tokens", true, null).replace("\"stream\"",
                "\"stream_options\":{\"include_usage\":true},\"stream\"");
        var stream = client.stream(body);
        var events = stream.json();
        var extra = events.getLast();
        var finish = events.get(events.size() - 2);

        assertThat(extra.path("choices").isArray()).isTrue();
        assertThat(extra.path("choices")).isEmpty();
        assertThat(extra.path("service_tier").asText()).isEqualTo("on_demand");
        assertThat(extra.path("usage")).isEqualTo(finish.path("usage")).isEqualTo(finish.at("/x_groq/usage"));
    }

    @Test
    void answersInOnePiece() throws Exception {
        var streamed = client.stream(Client.seeded(MODEL, "Compare two runs", true, null));
        var whole = client.post(Client.seeded(MODEL, "Compare two runs", false, null)).json();

        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo(streamed.text("content"));
        assertThat(whole.at("/choices/0/message/reasoning").asText()).isEqualTo(streamed.text("reasoning"));
        assertThat(whole.at("/usage/total_tokens")).isEqualTo(streamed.last().at("/usage/total_tokens"));
        assertThat(whole.at("/usage/completion_time").asDouble()).isPositive();
        assertThat(whole.at("/x_groq/id").asText()).startsWith("req_");
    }

    @Test
    void listsModelsWithSizesAndWithoutPrices() throws Exception {
        var list = client.get("/openai/v1/models");
        var model = list.json().at("/data/0");

        assertThat(list.headers().get("x-ratelimit-limit-requests")).isNull();
        assertThat(list.json().path("object").asText()).isEqualTo("list");
        assertThat(model.path("id").asText()).isEqualTo(MODEL);
        assertThat(model.path("active").asBoolean()).isTrue();
        assertThat(model.path("context_window").asInt()).isEqualTo(131_072);
        assertThat(model.path("max_completion_tokens").asInt()).isEqualTo(65_536);
        assertThat(model.path("input_modalities")).hasToString("[\"text\"]");
        assertThat(model.path("output_modalities")).hasToString("[\"text\"]");
        assertThat(model.path("supported_features").isArray()).isTrue();
        assertThat(list.body()).doesNotContain("pricing", "simulator\"");
        assertThat(client.get("/openai/v1/models", "Authorization", "Bearer wrong").status()).isEqualTo(401);
    }

    @Test
    void listsWhatIsNoModelToChatWithToo() throws Exception {
        var list = client.get("/openai/v1/models").json().path("data");
        assertThat(list).anyMatch(model -> !model.path("active").asBoolean())
                .anyMatch(model -> !model.has("input_modalities"))
                .anyMatch(model -> model.path("input_modalities").toString().equals("[\"audio\"]"));
        assertThat(client.post(Client.body("whisper-large-v3", "x", true, 5)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"gpt-9,404,model_not_found", "gemma2-9b-it,400,model_decommissioned"})
    void modelsThatAreNotServed(String model, int status, String code) throws Exception {
        var answer = client.post(Client.body(model, "x", true, null));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
        assertThat(answer.json().at("/error/message").asText()).contains("`" + model + "`");
    }

    @Test
    void aWrongKeyIsRefusedAsRecorded() throws Exception {
        var answer = client.post(Client.body(MODEL, "x", true, null), "Authorization", "Bearer wrong");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":{\"message\":\"Invalid API Key\","
                + "\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"logprobs\":true", "\"top_logprobs\":2", "\"logit_bias\":{\"1\":2}", "\"n\":2",
        "\"reasoning_format\":\"parsed\"", "\"reasoning_effort\":\"none\"", "\"temperature\":3"})
    void refusesFieldsOfOthers(String field) throws Exception {
        var answer = client.post(Client.body(MODEL, "x", true, null).replace("\"stream\"", field + ",\"stream\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(answer.json().at("/error/message").asText()).contains(field.substring(1, field.indexOf("\":")));
        assertThat(answer.json().has("message")).isFalse();
    }

    @Test
    void refusesTheNameOfAMessageAndFormatsThatExclude() throws Exception {
        var named = Client.body(MODEL, "x", true, null).replace("\"role\"", "\"name\":\"me\",\"role\"");
        assertThat(client.post(named).status()).isEqualTo(400);
        var both = Client.body("qwen/qwen3.8-27b", "x", true, 5).replace("\"stream\"",
                "\"reasoning_format\":\"raw\",\"include_reasoning\":true,\"stream\"");
        assertThat(client.post(both).status()).isEqualTo(400);
        var one = Client.body("qwen/qwen3.8-27b", "x", true, 5).replace("\"stream\"",
                "\"n\":1,\"reasoning_format\":\"raw\",\"stream\"");
        assertThat(client.post(one).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"429-requests,429,requests,rate_limit_exceeded,(RPM): Limit 1000",
        "429-tokens,429,tokens,rate_limit_exceeded,(TPM): Limit 1000",
        "429-day,429,requests,rate_limit_exceeded,(RPD): Limit 1000",
        "413-itpm,413,tokens,rate_limit_exceeded,'(ITPM): Limit 7000, Requested 8'",
        "429-otpm,429,tokens,rate_limit_exceeded,(OTPM): Limit 1000",
        "413,413,invalid_request_error,request_too_large,Large",
        "498,498,internal_server_error,capacity_exceeded,capacity", "401,401,invalid_request_error,invalid_api_key,Key",
        "404,404,invalid_request_error,model_not_found,exist",
        "404-archived,400,invalid_request_error,model_decommissioned,decommissioned",
        "500,500,internal_server_error,,Internal", "503,503,internal_server_error,,Unavailable"})
    void faults(String spec, int status, String type, String code, String text) throws Exception {
        var answer = client.post(Client.body(MODEL, "/fault " + spec + "\nHello", true, 100));
        var error = answer.json().path("error");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("code").asText(null)).isEqualTo(code);
        assertThat(error.path("message").asText()).contains(text);
        assertThat(server.state().admitted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"402", "402-in-flight", "429-queue", "error-200"})
    void faultsOfOthersAreExplained(String spec) throws Exception {
        var answer = client.post(Client.body(MODEL, "/fault " + spec, true, 100));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").asText()).contains("\"" + spec + "\"", "Groq", "498");
    }

    @Test
    void anErrorInMidStreamIsAStringInXGroq() throws Exception {
        var stream = client.stream(Client.body(MODEL, "/fault error:after-900\nTell me about wind", true, 500));

        assertThat(stream.last().at("/x_groq/error").isTextual()).isTrue();
        assertThat(stream.text("reasoning")).isNotEmpty();
        assertThat(stream.raw()).doesNotContain("[DONE]", "\"usage\"");
    }
}
