package app.pitot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatParameters;
import app.pitot.api.ChatRequest;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.api.ToolCall;
import app.pitot.api.Wire;
import app.pitot.provider.ModelInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read back from a body is sent as the same bytes. */
@Timeout(60)
class ResendTest {
    private static final String TOOLS = "[ {\"type\":\"function\",\"function\":{\"name\":\"f\",\"x\":1.50e400}} ]";
    private static final String SCHEMA = "{ \"type\" : \"object\", \"properties\":{\"ä\":{\"type\":\"number\"}} }";
    private static final String EXTRA = "{\"top_k\": 5, \"provider\":{ \"order\":[\"a\"] },\"n\":1e2, \"größe\":\"x\",\"t\":true ,\"z\":null}";

    private static ChatParameters parameters(int set) {
        return new ChatParameters(on(set, 0) ? 0.7 : null, on(set, 1) ? 0.95 : null, on(set, 2) ? 64 : null,
                on(set, 3) ? -42L : null, on(set, 4) ? List.of("END", "\n\n", "ü\"") : List.of(),
                on(set, 5) ? "low" : null,
                on(set, 6) ? new ResponseFormat(Kind.SCHEMA, "näme", SCHEMA) : null, on(set, 7) ? 3 : null,
                on(set, 8) ? TOOLS : null, on(set, 9) ? "my_tool" : null, on(set, 10) ? EXTRA : null);
    }

    private static boolean on(int set, int bit) {
        return (set >> bit & 1) != 0;
    }

    static List<ChatParameters> all() {
        var all = new ArrayList<ChatParameters>();
        all.add(ChatParameters.NONE);
        for (int bit = 0; bit < 11; bit++) {
            all.add(parameters(1 << bit));
        }
        all.add(parameters((1 << 11) - 1));
        var random = new SplittableRandom(7);
        for (int i = 0; i < 20; i++) {
            all.add(parameters(random.nextInt(1 << 11)));
        }
        for (var format : new ResponseFormat[]{new ResponseFormat(Kind.TEXT, null, null),
            new ResponseFormat(Kind.JSON, null, null), new ResponseFormat(Kind.SCHEMA, null, "{}")}) {
            all.add(new ChatParameters(1.0, 1e-7, 1, Long.MAX_VALUE, List.of(), null, format, 0, null, "auto",
                    "{\"temperature\":2,\"stream\":false}"));
        }
        for (var extra : List.of("{\"temperature\":1}", "{\"temperature\":0.5,\"x\":1}", "{\"stop\":\"a\"}",
                "{\"logprobs\":true}", "{\"logprobs\":false,\"seed\":1.0}", "{\"tool_choice\":{\"type\":\"x\"}}",
                "{\"response_format\":{\"type\":\"grammar\"}}", "{\"x\":1,\"temperature\":0.5}",
                "{\"max_completion_tokens\":\"5\"}",
                "{\"stop\":[ \"a\" ]}", "{\"reasoning_effort\":null}", "{}")) {
            all.add(new ChatParameters(null, null, null, null, List.of(), null, null, null, null, null, extra));
        }
        return all;
    }

    private static void round(Echo echo, ChatRequest request) throws Exception {
        var wire = echo.send(request);
        var again = Resend.of(wire);
        assertThat(again.request()).as(new String(wire.sentBody(), StandardCharsets.UTF_8)).isNotNull();
        assertThat(again.said()).isEmpty();
        var second = echo.send(again.request());
        assertThat(new String(second.sentBody(), StandardCharsets.UTF_8))
                .isEqualTo(new String(wire.sentBody(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("all")
    void parametersComeBackAsTheyWere(ChatParameters set) throws Exception {
        try (var echo = new Echo()) {
            round(echo, new ChatRequest("m", List.of(new ChatMessage(Role.USER, "Hello")), set));
        }
    }

    @Test
    void whatTheUserSetIsAParameterAgain() throws Exception {
        try (var echo = new Echo()) {
            var set = parameters((1 << 11) - 1);
            var again = Resend.of(echo.send(new ChatRequest("m", List.of(new ChatMessage(Role.USER, "Hello")), set)));
            assertThat(again.request().parameters()).usingRecursiveComparison().ignoringFields("extraBody")
                    .isEqualTo(set);
        }
    }

    @Test
    void messagesComeBackAsTheyWere() throws Exception {
        var picture = new ChatImage("image/png", "bytes of a picture".repeat(100).getBytes(StandardCharsets.UTF_8));
        try (var echo = new Echo()) {
            round(echo, new ChatRequest("m/ä:free", List.of(new ChatMessage(Role.SYSTEM, "Be \"brief\"\n"),
                    new ChatMessage(Role.USER, "What is this? \0 😀", List.of(picture, picture), List.of(), null),
                    new ChatMessage(Role.USER, "", List.of(picture), List.of(), null),
                    new ChatMessage(Role.ASSISTANT, "", List.of(),
                            List.of(new ToolCall("id1", "f", "{\"a\": 1}"), new ToolCall("", "g", " ")), null),
                    new ChatMessage(Role.TOOL, "result", List.of(), List.of(), "id1"),
                    new ChatMessage(Role.ASSISTANT, "text and calls", List.of(), List.of(new ToolCall("i", "f", "x")),
                            null),
                    new ChatMessage(Role.ASSISTANT, "Done.")), parameters(5)));
            var spec = Resend.of(echo.send(CurlTest.ask("x"))).spec(echo.account("custom"), ModelInfo::ofId);
            assertThat(spec.model().id()).isEqualTo("gpt-oss-120b");
        }
    }

    private static Resend of(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Resend.of(new Wire("POST", "u", List.of(), bytes, bytes.length, null, null, List.of(), new byte[0], 0,
                Wire.Arrivals.NONE, Wire.Phases.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"model\":1,\"messages\":[]}", "{\"model\":\"m\"}",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"developer\"}]}", "{\"model\":\"m\",\"messages\":[]", "null",
        "{\"model\":"})
    void whatIsNoRequestOfOursIsSaid(String body) {
        var again = of(body);
        assertThat(again.request()).isNull();
        assertThat(again.said()).hasSize(1);
        assertThat(again.spec(null, ModelInfo::ofId)).isNull();
    }

    @Test
    void whatCannotBeExpressedIsSaid() {
        var again = of("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"name\":\"me\",\"content\":["
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x/y.png\"}},{\"type\":\"text\",\"text\":\"a\"},"
                + "{\"type\":\"text\",\"text\":\"b\"},{\"type\":\"audio\"}]}],\"stream_options\":{\"x\":1}}");
        assertThat(again.request().messages().getFirst().text()).isEqualTo("a\n\nb");
        assertThat(again.said()).hasSize(6);
    }
}
