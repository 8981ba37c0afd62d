package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every parameter, picture and tool call as it leaves, over a real socket. */
class ParametersTest {
    private static final String TOOLS = "[ {\"type\":\"function\",\"function\":{\"name\":\"f\",\"x\":1.50e400}} ]";
    private static final Set<String> ALWAYS = Set.of("model", "messages", "stream", "stream_options");

    private static String body(List<ChatMessage> messages, ChatParameters set) throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", Talk.content("a") + Talk.finish("stop")));
                var client = Talk.client()) {
            var end = client.newCall(Talk.target(server.url(), "auto", Talk.key()),
                    new ChatRequest("m", messages, set)).execute(new Recorder());
            assertThat(end.outcome()).isEqualTo(Outcome.COMPLETE);
            return server.requests.getFirst().body();
        }
    }

    private static JsonNode tree(ChatParameters set) throws Exception {
        return Json.MAPPER.readTree(body(Talk.HELLO.messages(), set));
    }

    private static JsonNode message(ChatMessage message) throws Exception {
        return Json.MAPPER.readTree(body(List.of(message), ChatParameters.NONE)).at("/messages/0");
    }

    private static ChatParameters only(String field) {
        return with(field, new ChatParameters(0.5, 0.9, 64, 42L, List.of("END", "\n\n"), "low",
                new ResponseFormat(ResponseFormat.Kind.JSON, null, null), 3, TOOLS, "required", "{\"top_k\":5}"));
    }

    private static ChatParameters with(String field, ChatParameters all) {
        var on = new Boolean[11];
        Arrays.setAll(on, i -> field.equals(List.of("temperature", "top_p", "max_tokens", "seed", "stop",
                "reasoning_effort", "response_format", "logprobs", "tools", "tool_choice", "top_k").get(i)));
        return new ChatParameters(on[0] ? all.temperature() : null, on[1] ? all.topP() : null,
                on[2] ? all.maxTokens() : null, on[3] ? all.seed() : null, on[4] ? all.stop() : List.of(),
                on[5] ? all.reasoningEffort() : null, on[6] ? all.responseFormat() : null,
                on[7] ? all.topLogprobs() : null, on[8] ? all.tools() : null, on[9] ? all.toolChoice() : null,
                on[10] ? all.extraBody() : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"temperature; 0.5", "top_p; 0.9", "max_tokens; 64",
        "seed; 42", "stop; [\"END\",\"\\n\\n\"]", "reasoning_effort; \"low\"",
        "response_format; {\"type\":\"json_object\"}", "logprobs; true", "tool_choice; \"required\"", "top_k; 5"})
    void eachFieldIsSentAloneIfItAloneIsSet(String field, String json) throws Exception {
        var body = tree(only(field));
        assertThat(body.path(field)).hasToString(json);
        var extra = new TreeSet<>(ALWAYS);
        extra.add(field);
        if (field.equals("logprobs")) {
            extra.add("top_logprobs");
            assertThat(body.path("top_logprobs").intValue()).isEqualTo(3);
        }
        assertThat(names(body)).isEqualTo(extra);
    }

    private static Set<String> names(JsonNode body) {
        var names = new TreeSet<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void anUntouchedRequestHasNothingElse() throws Exception {
        assertThat(names(tree(ChatParameters.NONE))).isEqualTo(new TreeSet<>(ALWAYS));
        var blank = new ChatParameters(null, null, null, null, List.of(), "", null, null, " \n", "", "  ");
        assertThat(names(tree(blank))).isEqualTo(new TreeSet<>(ALWAYS));
    }

    @Test
    void toolsGoOutToTheLetter() throws Exception {
        assertThat(body(Talk.HELLO.messages(), only("tools"))).contains("\"tools\":" + TOOLS + ",\"stream_options\"");
    }

    @Test
    void aToolIsChosenByItsName() throws Exception {
        var set = new ChatParameters(null, null, null, null, List.of(), null, null, null, TOOLS, "f", null);
        assertThat(tree(set).path("tool_choice"))
                .hasToString("{\"type\":\"function\",\"function\":{\"name\":\"f\"}}");
    }

    private static ChatParameters format(ResponseFormat format) {
        return new ChatParameters(null, null, null, null, List.of(), null, format, null, null, null, null);
    }

    @Test
    void aSchemaIsStrictAndNamed() throws Exception {
        var schema = "{\"type\":\"object\"}";
        assertThat(tree(format(new ResponseFormat(ResponseFormat.Kind.SCHEMA, "city", schema))).path("response_format"))
                .hasToString("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"city\",\"schema\":" + schema
                        + ",\"strict\":true}}");
        assertThat(tree(format(new ResponseFormat(ResponseFormat.Kind.SCHEMA, null, schema)))
                .at("/response_format/json_schema/name").textValue()).isEqualTo("answer");
        assertThat(tree(format(new ResponseFormat(ResponseFormat.Kind.TEXT, null, null))).at("/response_format/type")
                .textValue()).isEqualTo("text");
    }

    private static ChatParameters extra(Double temperature, Integer cap, String json) {
        return new ChatParameters(temperature, null, cap, null, List.of(), null, null, null, null, null, json);
    }

    @Test
    void extraFieldsNeverTakeThePlaceOfWhatIsSet() throws Exception {
        var body = body(Talk.HELLO.messages(), extra(0.5, 9, "{\"temperature\":2,\"model\":\"evil\",\"messages\":[],"
                + "\"str\\u0065am\":false,\"max_completion_tokens\":1,\"max_tokens\":1,\"n\":1e999,\"top_p\":0.1}"));
        var tree = Json.MAPPER.readTree(body);
        assertThat(tree.path("temperature").doubleValue()).isEqualTo(0.5);
        assertThat(tree.path("model").textValue()).isEqualTo("m");
        assertThat(tree.path("messages")).hasSize(1);
        assertThat(tree.path("stream").booleanValue()).isTrue();
        assertThat(tree.path("max_tokens").intValue()).isEqualTo(9);
        assertThat(tree.has("max_completion_tokens")).isFalse();
        assertThat(tree.path("top_p").doubleValue()).isEqualTo(0.1);
        assertThat(body).contains("\"n\":1e999").doesNotContain("evil").containsOnlyOnce("\"temperature\"");
        assertThat(tree(extra(null, null, "{\"temperature\":2}")).path("temperature").intValue()).isEqualTo(2);
    }

    @Test
    void picturesArePartsBesideTheText() throws Exception {
        var bytes = new byte[300_001];
        new SplittableRandom(3).nextBytes(bytes);
        var seen = message(new ChatMessage(Role.USER, "What \ud83d is it?",
                List.of(new ChatImage("image/png", bytes), new ChatImage("image/jpeg", new byte[]{1})), List.of(),
                null));
        assertThat(seen.path("content")).hasSize(3);
        assertThat(seen.at("/content/0")).hasToString("{\"type\":\"text\",\"text\":\"What ? is it?\"}");
        assertThat(seen.at("/content/1/type").textValue()).isEqualTo("image_url");
        var url = seen.at("/content/1/image_url/url").textValue();
        assertThat(url).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))).isEqualTo(bytes);
        assertThat(seen.at("/content/2")).hasToString(
                "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/jpeg;base64,AQ==\"}}");
        var alone = message(
                new ChatMessage(Role.USER, "", List.of(new ChatImage("image/png", bytes)), List.of(), null));
        assertThat(alone.path("content")).hasSize(1);
    }

    @Test
    void callsAndTheirResultsGoBack() throws Exception {
        var asked = message(new ChatMessage(Role.ASSISTANT, "", List.of(),
                List.of(new ToolCall("c1", "f", "{\"a\":1}"), new ToolCall("c2", "g", "")), null));
        assertThat(asked).hasToString("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                + "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}},"
                + "{\"id\":\"c2\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}");
        assertThat(message(new ChatMessage(Role.TOOL, "12 °C", List.of(), List.of(), "c1")))
                .hasToString("{\"role\":\"tool\",\"content\":\"12 °C\",\"tool_call_id\":\"c1\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"tools; {}; The tools: This must be a list",
        "tools; [1,x]; The tools: A value is expected here, not x. Line 1, column 4.",
        "extra; [1]; The extra body fields: This must be",
        "extra; {\"a\":01}; The extra body fields: This is not a number", "schema; x; The JSON schema: This must be",
        "schema; ``; The JSON schema: There is nothing"})
    void whatIsNoJsonIsNeverSent(String field, String json, String words) throws Exception {
        var set = switch (field) {
            case "tools" -> new ChatParameters(null, null, null, null, List.of(), null, null, null, json, null, null);
            case "extra" -> extra(null, null, json);
            default -> format(new ResponseFormat(ResponseFormat.Kind.SCHEMA, "s", json));
        };
        refused(new ChatRequest("m", Talk.HELLO.messages(), set), words);
    }

    @Test
    void whatIsNoPictureTypeIsNeverSent() throws Exception {
        refused(new ChatRequest("m", List.of(new ChatMessage(Role.USER, "x",
                List.of(new ChatImage("image/png\",\"x\":\"", new byte[1])), List.of(), null)), ChatParameters.NONE),
                "no picture type");
    }

    private static void refused(ChatRequest request, String words) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(500, "text/plain", "")); var client = Talk.client()) {
            var end = client.newCall(Talk.target(server.url(), "auto", Talk.key()), request).execute(new Recorder());
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.error().kind()).isEqualTo(ErrorKind.BAD_PARAMETER);
            assertThat(end.error().message()).contains(words);
            assertThat(server.connections.get()).isZero();
        }
    }

    @Test
    void theProblemNamesLineAndColumn() throws Exception {
        var set = extra(null, null, "{\n  \"a\": tru\n}");
        refused(new ChatRequest("m", Talk.HELLO.messages(), set), "not t. Line 2, column 8.");
    }
}
