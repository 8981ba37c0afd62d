package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters, tools, schemas and pictures in each dialect. */
class PlaygroundTest {
    private static final String WEATHER = "[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"days\":"
            + "{\"type\":\"integer\",\"minimum\":1,\"maximum\":3}},\"required\":[\"city\"]}}},"
            + "{\"type\":\"function\",\"function\":{\"name\":\"get_time\"}}]";
    private static final String SCHEMA = "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"name\":"
            + "{\"type\":\"string\",\"maxLength\":12},\"kind\":{\"enum\":[\"a\",\"b\"]},\"parts\":{\"type\":\"array\","
            + "\"minItems\":2,\"maxItems\":2,\"items\":{\"type\":\"number\",\"minimum\":0,\"maximum\":1}},\"ok\":"
            + "{\"type\":\"boolean\"},\"no\":{\"type\":\"null\"}},\"required\":[\"name\",\"kind\"]}";

    private SimulatorServer server;
    private Client client;
    private Dialect dialect;

    private void start(Dialect as, String planId) throws Exception {
        dialect = as;
        var plain = Plans.unlimited();
        var plan = planId == null
                ? plain
                : new app.pitot.provider.Plan(planId, "x", "simulator", plain.asOf(), "x", List.of(), null, null, "");
        server = SimulatorServer.start(Plans.config(plan).withDialect(as).withSpeed(100_000.0).withTtftMs(0));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private String model() {
        return dialect == Dialect.CEREBRAS ? "gpt-oss-120b" : "openai/gpt-oss-120b";
    }

    private String seeing() {
        return switch (dialect) {
            case CEREBRAS -> "qwen-3.8-27b";
            case GROQ -> "qwen/qwen3.8-27b";
            case OPENROUTER -> "qwen/qwen3.8-27b:free";
        };
    }

    private ObjectNode ask(String prompt, String... fields) throws Exception {
        var body = (ObjectNode) Client.JSON.readTree(Client.body(model(), prompt, true, null));
        return with(body.put("seed", 1), fields);
    }

    private static ObjectNode with(ObjectNode body, String... fields) throws Exception {
        for (int i = 0; i < fields.length; i += 2)
            body.set(fields[i], Client.JSON.readTree(fields[i + 1]));
        return body;
    }

    private static String finish(Client.Stream stream) throws Exception {
        return stream.json().stream().map(event -> event.at("/choices/0/finish_reason").asText(""))
                .filter(reason -> !reason.isEmpty() && !reason.equals("null")).findFirst().orElse("");
    }

    private static List<JsonNode> pieces(Client.Stream stream) throws Exception {
        return stream.json().stream().map(event -> event.at("/choices/0/delta/tool_calls/0"))
                .filter(JsonNode::isObject).toList();
    }

    private static String arguments(List<JsonNode> pieces, int index) {
        return pieces.stream().filter(piece -> piece.path("index").asInt() == index)
                .map(piece -> piece.at("/function/arguments").asText()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void toolsAreCalledInPiecesAndTheirResultsUsed(Dialect as) throws Exception {
        start(as, null);
        var ask = ask("Use get_weather and get_time, please", "tools", WEATHER);
        var stream = client.stream(ask.toString());
        var pieces = pieces(stream);
        assertThat(finish(stream)).isEqualTo("tool_calls");
        assertThat(stream.text("content")).isEmpty();
        var first = pieces.getFirst();
        assertThat(first.path("index").asInt(-1)).isZero();
        assertThat(first.path("id").asText()).startsWith("call_");
        assertThat(first.path("type").asText()).isEqualTo("function");
        assertThat(first.at("/function/name").asText()).isEqualTo("get_weather");
        assertThat(first.at("/function/arguments").asText("none")).isEmpty();
        assertThat(pieces.get(1).has("id")).isFalse();
        var arguments = Client.JSON.readTree(arguments(pieces, 0));
        assertThat(arguments.path("city").isTextual()).isTrue();
        assertThat(arguments.path("days").asInt()).isBetween(1, 3);
        assertThat(arguments(pieces, 1)).isEqualTo("{}");
        var whole = client.post(with(ask.deepCopy(), "stream", "false").toString()).json();
        assertThat(whole.at("/choices/0/message/tool_calls/0/function/arguments").asText())
                .isEqualTo(arguments(pieces, 0));
        assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(whole.at("/choices/0/message/content").isNull()).isTrue();

        var messages = ask.withArray("messages");
        messages.add(whole.at("/choices/0/message"));
        for (int i = 0; i < 2; i++)
            messages.addObject().put("role", "tool").put("content", "It is " + i)
                    .set("tool_call_id", whole.at("/choices/0/message/tool_calls/" + i + "/id"));
        var answer = client.stream(ask.toString());
        assertThat(finish(answer)).isEqualTo("stop");
        assertThat(answer.text("content")).contains("`get_weather` answered", "> It is 0", "`get_time`", "> It is 1");
        ((ObjectNode) messages.get(2)).put("tool_call_id", "call_of_nobody");
        refused(ask, 400, "tool_call_id");
    }

    @ParameterizedTest
    @EnumSource
    void theChoiceOfAToolIsObeyed(Dialect as) throws Exception {
        start(as, null);
        var none = client.stream(ask("get_weather", "tools", WEATHER, "tool_choice", "\"none\"").toString());
        assertThat(pieces(none)).isEmpty();
        assertThat(none.text("content")).isNotEmpty();
        var named = client.stream(ask("get_weather", "tools", WEATHER, "tool_choice",
                "{\"type\":\"function\",\"function\":{\"name\":\"get_time\"}}").toString());
        assertThat(pieces(named).getFirst().at("/function/name").asText()).isEqualTo("get_time");
        refused(ask("x", "tools", WEATHER, "tool_choice", "{\"type\":\"function\",\"function\":{\"name\":\"no\"}}"),
                400,
                "tool_choice");
        refused(ask("x", "tool_choice", "\"required\""), 400, "tool_choice");
        refused(ask("x", "tools", "[{\"type\":\"function\"}]"), 400, "name");
        refused(ask("x", "tools", WEATHER.replace("\"integer\"", "\"inetger\"")), 400, "inetger");
    }

    private void refused(ObjectNode body, int status, String words) throws Exception {
        var answer = client.post(body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        var error = dialect == Dialect.CEREBRAS ? answer.json() : answer.json().path("error");
        assertThat(error.path("message").asText()).contains(words);
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaIsFitted(Dialect as) throws Exception {
        start(as, null);
        var format = "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"strict\":true,\"schema\":" + SCHEMA
                + "}}";
        var stream = client.stream(ask("A part", "response_format", format).toString());
        var json = Client.JSON.readTree(stream.text("content"));
        assertThat(json.path("name").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(12);
        assertThat(json.path("kind").asText()).isIn("a", "b");
        assertThat(json.path("parts")).hasSize(2)
                .allSatisfy(part -> assertThat(part.asDouble(-1)).isBetween(0.0, 1.0));
        assertThat(json.path("ok").isBoolean()).isTrue();
        assertThat(json.path("no").isNull()).isTrue();
        assertThat(json).hasSize(5);
        refused(ask("x", "response_format", "{\"type\":\"json_schema\"}"), 400, "name");
        refused(ask("x", "response_format", format.replace("\"null\"", "\"nil\"")), 400, "nil");
        refused(ask("x", "response_format", format.replace("[\"name\"", "[\"nobody\"")), 400, "nobody");
        refused(ask("x", "response_format", "{\"type\":\"xml\"}"), 400, "json_schema");
        var cut = client.stream(ask("A part", "response_format", format, "max_completion_tokens", "60",
                "reasoning_effort", "\"low\"").toString());
        assertThat(finish(cut)).isEqualTo("length");
    }

    @Test
    void cerebrasHasRulesOfItsOwnForJson() throws Exception {
        start(Dialect.CEREBRAS, null);
        var json = "{\"type\":\"json_object\"}";
        refused(ask("x", "response_format", json), 400, "streamed");
        var whole = client.post(ask("What is it?", "response_format", json, "stream", "false").toString()).json();
        assertThat(Client.JSON.readTree(whole.at("/choices/0/message/content").asText()).path("question").asText())
                .isEqualTo("What is it?");
        refused(ask("x", "response_format", json, "tools", WEATHER, "stream", "false"), 400, "together");
        var strict = "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"strict\":true,\"schema\":%s}}";
        refused(ask("x", "response_format", strict.formatted("{\"type\":\"object\",\"properties\":{}}")), 400,
                "additionalProperties");
        refused(ask("x", "response_format", strict.formatted(SCHEMA.replace("\"a\"", "\"" + "a".repeat(5_000) + "\""))),
                400, "5000 characters");
    }

    @ParameterizedTest
    @EnumSource(names = {"GROQ", "OPENROUTER"})
    void othersStreamJson(Dialect as) throws Exception {
        start(as, null);
        var stream = client.stream(ask("What?", "response_format", "{\"type\":\"json_object\"}").toString());
        assertThat(Client.JSON.readTree(stream.text("content")).path("simulated").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CEREBRAS, true", "GROQ, true", "OPENROUTER, false"})
    void unknownFieldsAreRefusedOrDropped(Dialect as, boolean refused) throws Exception {
        start(as, null);
        var ask = ask("x", "top_quark", "1");
        if (refused)
            refused(ask, 400, "top_quark");
        else
            assertThat(client.stream(ask.toString()).text("content")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rangesAreChecked(Dialect as) throws Exception {
        start(as, null);
        refused(ask("x", "top_p", "0"), 400, "top_p");
        refused(ask("x", "top_p", "1.01"), 400, "top_p");
        assertThat(client.stream(ask("x", "top_p", "1").toString()).status()).isEqualTo(200);
        refused(ask("x", "stop", "[\"a\",\"b\",\"c\",\"d\",\"e\"]"), 400, "stop");
        refused(ask("x", "stop", "[\"\"]"), 400, "stop");
        refused(ask("x", "stop", "7"), 400, "stop");
    }

    @ParameterizedTest
    @EnumSource
    void theTextEndsBeforeAStop(Dialect as) throws Exception {
        start(as, null);
        var text = client.stream(ask("Tell me of lift").toString()).text("content");
        var word = text.substring(text.length() / 2, text.length() / 2 + 9);
        var stop = Client.JSON.createArrayNode().add("never there").add(word).toString();
        var stream = client.stream(ask("Tell me of lift", "stop", stop).toString());
        assertThat(stream.text("content")).isEqualTo(text.substring(0, text.indexOf(word)));
        assertThat(finish(stream)).isEqualTo("stop");
        assertThat(client.stream(ask("Tell me of lift", "seed", "5").toString()).text("content")).isNotEqualTo(text)
                .isEqualTo(client.stream(ask("Tell me of lift", "seed", "5").toString()).text("content"));
    }

    @Test
    void effortMakesThinkingLonger() throws Exception {
        start(Dialect.CEREBRAS, null);
        int before = 0;
        for (var effort : List.of("low", "high")) {
            var thoughts = client.stream(ask("x", "reasoning_effort", "\"" + effort + "\"").toString())
                    .text("reasoning").length();
            assertThat(thoughts).isGreaterThan(before);
            before = thoughts;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CEREBRAS", "OPENROUTER"})
    void probabilitiesComeTokenByToken(Dialect as) throws Exception {
        start(as, null);
        var ask = ask("Briefly", "logprobs", "true", "top_logprobs", "2");
        var stream = client.stream(ask.toString());
        var tokens = stream.json().stream()
                .flatMap(event -> event.at("/choices/0/logprobs/content").valueStream()).toList();
        assertThat(tokens.stream().map(token -> token.path("token").asText()).collect(Collectors.joining()))
                .isEqualTo(stream.text("content"));
        assertThat(tokens).allSatisfy(token -> {
            assertThat(token.path("logprob").asDouble(1)).isLessThanOrEqualTo(0);
            assertThat(token.path("top_logprobs")).hasSize(2);
            assertThat(token.at("/top_logprobs/0/token")).isEqualTo(token.path("token"));
        });
        var whole = client.post(with(ask.deepCopy(), "stream", "false").toString()).json();
        assertThat(whole.at("/choices/0/logprobs/content")).hasSize(tokens.size());
        refused(ask("x", "logprobs", "true", "top_logprobs", "21"), 400, "top_logprobs");
        refused(ask("x", "top_logprobs", "2"), 400, "logprobs");
        assertThat(client.stream(ask("x").toString()).raw()).doesNotContain("top_logprobs");
    }

    private static String picture(String format, int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private ObjectNode look(String model, String... urls) throws Exception {
        var body = Client.JSON.createObjectNode().put("model", model).put("stream", true);
        var parts = body.putArray("messages").addObject().put("role", "user").putArray("content");
        parts.addObject().put("type", "text").put("text", "What is it?");
        for (var url : urls)
            parts.addObject().put("type", "image_url").putObject("image_url").put("url", url);
        return body;
    }

    @ParameterizedTest
    @EnumSource
    void picturesAreSeenByModelsThatSee(Dialect as) throws Exception {
        start(as, null);
        var png = "data:image/png;base64," + picture("png", 640, 480);
        var jpeg = "data:image/jpeg;base64," + picture("jpg", 33, 20);
        var stream = client.stream(look(seeing(), png, jpeg).toString());
        assertThat(stream.text("content")).contains("a PNG picture of 640 × 480 pixels", "a JPEG picture of 33 × 20");
        var usage = stream.json().stream().map(event -> event.path("usage")).filter(JsonNode::isObject).findFirst()
                .orElseThrow();
        assertThat(usage.path("prompt_tokens").asInt()).isBetween(300 + 2, 300 + 2 + 30);
        refused(look(model(), png), as == Dialect.OPENROUTER ? 404 : 400,
                as == Dialect.OPENROUTER ? "image input" : "pictures");
        refused(look(seeing(), png.replace("png", "bmp")), 400, "image/bmp");
        refused(look(seeing(), png.replace("image/png", "image/jpeg")), 400, "and is image/png");
        refused(look(seeing(), "data:image/png;base64,AAAA"), 400, "cannot be read");
        refused(look(seeing(), "data:image/png;base64,####"), 400, "base64");
        refused(look(seeing(), "file:///etc/passwd"), 400, "image_url");
        var assistant = look(seeing(), png);
        ((ObjectNode) assistant.at("/messages/0")).put("role", "assistant");
        refused(assistant, 400, "user");
    }

    @ParameterizedTest
    @CsvSource({"CEREBRAS, cerebras-trial-2026-09, 2, 413", "CEREBRAS, cerebras-developer-2026-09, 10, 413",
        "GROQ, groq-free-2026-10, 3, 400"})
    void onlySoManyPicturesGoIntoOneRequest(Dialect as, String plan, int most, int status) throws Exception {
        start(as, plan);
        var png = "data:image/png;base64," + picture("png", 4, 4);
        var fit = java.util.Collections.nCopies(most, png).toArray(String[]::new);
        assertThat(client.stream(look(seeing(), fit).toString()).status()).isEqualTo(200);
        var more = java.util.Collections.nCopies(most + 1, png).toArray(String[]::new);
        refused(look(seeing(), more), status, "at most " + most + " pictures");
    }

    @Test
    void openRouterTakesAddresses() throws Exception {
        start(Dialect.OPENROUTER, null);
        assertThat(client.stream(look(seeing(), "https://example.test/a.png").toString()).text("content"))
                .contains("a picture at an address");
    }
}
