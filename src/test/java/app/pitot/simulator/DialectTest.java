package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialectTest {
    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(Plans.config(Plans.unlimited()).withSpeed(30_000.0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void streamsRoleThenReasoningThenAnswerThenAccounts() throws Exception {
        var stream = client.stream(Client.body("gpt-oss-120b", "What is a token bucket?", true, null));

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.headers().get("content-type")).isEqualTo("text/event-stream; charset=utf-8");
        assertThat(stream.headers().get("x-pitot-simulator")).isEqualTo("1");
        assertThat(stream.broken()).isFalse();
        assertThat(stream.events().getLast()).isEqualTo("[DONE]");
        assertThat(stream.event(0).at("/choices/0/delta")).hasToString("{\"role\":\"assistant\"}");
        assertThat(stream.event(0).at("/choices/0").has("finish_reason")).isFalse();
        assertThat(stream.event(1).at("/choices/0/delta").has("reasoning")).isTrue();
        var last = stream.last();
        assertThat(last.at("/choices/0/delta").isEmpty()).isTrue();
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(last.path("object").asText()).isEqualTo("chat.completion.chunk");
        assertThat(last.path("model").asText()).isEqualTo("gpt-oss-120b");
        assertThat(stream.json().subList(1, stream.json().size() - 1)).allSatisfy(event -> {
            assertThat(event.has("usage")).isFalse();
            assertThat(event.at("/choices/0/delta").size()).isEqualTo(1);
        });
        assertThat(lastReasoning(stream)).isLessThan(firstContent(stream));
    }

    @Test
    void usageCountsExactlyWhatWasStreamed() throws Exception {
        for (var model : new String[]{"gpt-oss-120b", "llama3.1-8b", "openai/gpt-oss-20b"}) {
            var stream = client.stream(Client.body(model, "Write 700 tokens, please.", true, null));
            var usage = stream.last().path("usage");
            var thoughts = Tokenizer.count(stream.text("reasoning"));

            assertThat(Tokenizer.count(stream.text("content"))).isEqualTo(700);
            assertThat(usage.path("completion_tokens").asInt()).isEqualTo(700 + thoughts);
            assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(thoughts);
            assertThat(usage.path("prompt_tokens").asInt())
                    .isEqualTo(12 + Tokenizer.count("Write 700 tokens, please."));
            assertThat(usage.path("total_tokens").asInt())
                    .isEqualTo(usage.path("prompt_tokens").asInt() + usage.path("completion_tokens").asInt());
            assertThat(usage.at("/prompt_tokens_details/cached_tokens").asInt(-1)).isZero();
            assertThat(thoughts > 0).isEqualTo(!model.equals("llama3.1-8b"));
        }
    }

    @Test
    void timesAddUpAndCompletionLastsAsLongAsTheSpeedSays() throws Exception {
        var stream = client.stream(Client.body("llama3.1-8b", "Write 3000 tokens", true, null));
        var times = stream.last().path("time_info");
        var sum = times.path("queue_time").asDouble() + times.path("prompt_time").asDouble()
                + times.path("completion_time").asDouble();

        assertThat(times.path("total_time").asDouble()).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(times.path("completion_time").asDouble()).isGreaterThanOrEqualTo(0.1);
        // The parts are rounded to the nearest double, and so is their sum.
        assertThat(times.path("queue_time").asDouble() + times.path("prompt_time").asDouble())
                .isGreaterThanOrEqualTo(0.005 - 1e-9);
    }

    @Test
    void aCapCutsTheReplyAndReasoningSpendsItFirst() throws Exception {
        var stream = client.stream(Client.body("gpt-oss-120b", "Write 700 tokens", true, 20));

        assertThat(stream.last().at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(stream.last().at("/usage/completion_tokens").asInt()).isEqualTo(20);
        assertThat(stream.text("content")).isEmpty();
        assertThat(Tokenizer.count(stream.text("reasoning"))).isEqualTo(20);
    }

    @Test
    void oldNameOfTheCapWorksToo() throws Exception {
        var body = Client.body("llama3.1-8b", "Write 700 tokens", true, 50).replace("max_completion_tokens",
                "max_tokens");

        assertThat(client.stream(body).last().at("/usage/completion_tokens").asInt()).isEqualTo(50);
    }

    @Test
    void answersInOnePieceWithTheSameText() throws Exception {
        var streamed = client.stream(Client.seeded("qwen-3.8-27b", "Compare two runs", true, null));
        var whole = Client.JSON
                .readTree(client.post(Client.seeded("qwen-3.8-27b", "Compare two runs", false, null)).body());

        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo(streamed.text("content"));
        assertThat(whole.at("/choices/0/message/reasoning").asText()).isEqualTo(streamed.text("reasoning"));
        assertThat(whole.path("usage")).isEqualTo(streamed.last().path("usage"));
        assertThat(whole.path("object").asText()).isEqualTo("chat.completion");
        assertThat(whole.at("/time_info/completion_time").asDouble()).isPositive();
    }

    @Test
    void listsModelsForTheKeyAndForThePublic() throws Exception {
        var keyed = Client.JSON.readTree(client.get("/v1/models").body());
        var open = Client.JSON.readTree(client.get("/public/v1/models").body());

        assertThat(keyed.path("data")).extracting(model -> model.path("id").asText()).contains("gpt-oss-120b",
                "qwen-3.8-27b", "llama3.1-8b", "openai/gpt-oss-20b", "ordinary-gpu-70b");
        assertThat(keyed.path("data")).allMatch(model -> model.path("created").asInt(-1) == 0);
        assertThat(open.at("/data/0/pricing/prompt").asText()).isEqualTo("0.00000035");
        assertThat(open.at("/data/0/limits/max_context_length").asInt()).isEqualTo(131_072);
        assertThat(open.path("data")).noneMatch(model -> model.has("simulator"));
        var one = client.get("/public/v1/models/openai/gpt-oss-20b");
        assertThat(Client.JSON.readTree(one.body()).path("id").asText()).isEqualTo("openai/gpt-oss-20b");
        var none = client.get("/public/v1/models/nothing");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).isEqualTo("{\"detail\":\"Model 'nothing' not found or not publicly available\"}");
    }

    @Test
    void otherPathsAreNotFoundWithoutBody() throws Exception {
        for (var path : new String[]{"/", "/v1", "/v1/v1/models", "/v1/modelsx", "/v1/chat/completions"}) {
            var response = client.get(path);
            assertThat(response.status()).as(path).isEqualTo(404);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().get("content-type")).isEqualTo("text/plain");
        }
        assertThat(client.get("/v1/tcp_warming").status()).isEqualTo(200);
    }

    @Test
    void twoKeysFailOnPurpose() throws Exception {
        var body = Client.body("gpt-oss-120b", "Hello", true, null);
        var wrong = client.post(body, "Authorization", "Bearer wrong");
        var broke = client.post(body, "Authorization", "Bearer broke");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo("{\"message\":\"Wrong API Key\",\"type\":\"invalid_request_error\","
                + "\"param\":\"api_key\",\"code\":\"wrong_api_key\"}");
        assertThat(broke.status()).isEqualTo(402);
        assertThat(Client.JSON.readTree(broke.body()).path("code").asText()).isEqualTo("payment_required");
        assertThat(client.get("/v1/models", "Authorization", "Bearer wrong").status()).isEqualTo(401);
        assertThat(client.get("/v1/models", "Authorization", "Bearer broke").status()).isEqualTo(200);
        assertThat(broke.headers().get("x-should-retry")).isEqualTo("false");
        assertThat(server.state().admitted()).isZero();
    }

    @Test
    void aKeyWithoutAMethodOfPaymentOnlyListsModels() throws Exception {
        var chat = client.post(Client.body("gpt-oss-120b", "Hello", true, null), "Authorization",
                "Bearer models-only");

        assertThat(chat.status()).isEqualTo(402);
        assertThat(chat.code()).isEqualTo("payment_required");
        assertThat(chat.json().path("message").asText()).containsIgnoringCase("add a payment method");
        assertThat(chat.headers().get("x-should-retry")).isEqualTo("false");
        assertThat(client.get("/v1/models", "Authorization", "Bearer models-only").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatItCannotAnswer() throws Exception {
        assertThat(code(client.post(Client.body("llama-3.3-70b", "x", true, null)).body())).isEqualTo("model_archived");
        assertThat(code(client.post(Client.body("gpt-9", "x", true, null)).body())).isEqualTo("model_not_found");
        assertThat(code(client.post("{").body())).isEqualTo("wrong_api_format");
        assertThat(code(client.post("[]").body())).isEqualTo("wrong_api_format");
        assertThat(code(client.post("{\"model\":\"gpt-oss-120b\"}").body())).isEqualTo("wrong_api_format");
        assertThat(code(client.post(Client.body("gpt-oss-120b", "x", true, 0)).body())).isEqualTo("wrong_api_format");
        var effort = Client.body("gpt-oss-120b", "x", true, null).replace("\"stream\"",
                "\"reasoning_effort\":\"none\",\"stream\"");
        assertThat(client.post(effort).status()).isEqualTo(400);
        assertThat(client.post(" ".repeat(11 << 20)).status()).isEqualTo(413);
    }

    @Test
    void refusesWhatDoesNotFitTheContext() throws Exception {
        var over = client.post(Client.body("gpt-oss-120b", "x", true, 131_072));

        assertThat(over.status()).isEqualTo(400);
        assertThat(code(over.body())).isEqualTo("context_length_exceeded");
        assertThat(Client.JSON.readTree(over.body()).path("message").asText()).contains("131072 tokens",
                "13 in the messages");
        assertThat(client.post(Client.body("gpt-oss-120b", "word ".repeat(140_000), true, null)).status())
                .isEqualTo(400);
    }

    @Test
    void contentMayBeAListOfParts() throws Exception {
        var body = "{\"model\":\"llama3.1-8b\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":"
                + "[{\"type\":\"text\",\"text\":\"Write 30 tokens\"}]}]}";

        assertThat(client.stream(body).last().at("/usage/completion_tokens").asInt()).isEqualTo(30);
    }

    private static String code(String body) throws IOException {
        return Client.JSON.readTree(body).path("code").asText();
    }

    private static int firstContent(Client.Stream stream) throws IOException {
        return index(stream, "content", false);
    }

    private static int lastReasoning(Client.Stream stream) throws IOException {
        return index(stream, "reasoning", true);
    }

    private static int index(Client.Stream stream, String field, boolean last) throws IOException {
        int found = -1;
        var events = stream.json();
        for (int i = 0; i < events.size(); i++) {
            JsonNode delta = events.get(i).at("/choices/0/delta");
            if (delta.has(field) && (last || found < 0))
                found = i;
        }
        return found;
    }
}
