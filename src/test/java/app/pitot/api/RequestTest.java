package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire: only what the user set. */
class RequestTest {
    private static RawServer.Request sent(String dialect, ChatRequest request) throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", content("a") + finish("stop")));
                var client = Talk.client()) {
            client.newCall(Talk.target(server.url(), dialect, Talk.key()), request).execute(new Recorder());
            return server.requests.getFirst();
        }
    }

    private static String body(String dialect, ChatRequest request) throws Exception {
        return sent(dialect, request).body();
    }

    @Test
    void onlyWhatIsSetIsSent() throws Exception {
        assertThat(body("cerebras", Talk.HELLO))
                .isEqualTo(
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"stream\":true}");
        assertThat(body("auto", Talk.HELLO)).isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":"
                + "\"Hello\"}],\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }

    @Test
    void theCapIsNamedAsTheProviderNamesIt() throws Exception {
        var request = new ChatRequest("m", Talk.HELLO.messages(), 0.5, 64);
        for (var dialect : new String[]{"cerebras", "groq", "openrouter"}) {
            assertThat(body(dialect, request)).contains("\"temperature\":0.5,\"max_completion_tokens\":64")
                    .doesNotContain("max_tokens");
        }
        for (var dialect : new String[]{"auto", "openai", "none", "ietf"}) {
            assertThat(body(dialect, request)).contains("\"max_tokens\":64").doesNotContain("max_completion_tokens");
        }
        assertThat(body("groq", request)).contains("stream_options");
        assertThat(body("openrouter", request)).doesNotContain("stream_options");
    }

    @Test
    void headersAreOursAndTextSurvives() throws Exception {
        var odd = "\"quote\" \\ \n\t\u0001 é 漢 🚀";
        var request = sent("auto", new ChatRequest("m", List.of(new ChatMessage(ChatMessage.Role.SYSTEM, "be brief"),
                new ChatMessage(ChatMessage.Role.ASSISTANT, odd)), null, null));
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1/chat/completions");
        assertThat(request.headers().get("user-agent")).matches("Pitot/\\d+\\.\\d+.*");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + Talk.KEY)
                .containsEntry("accept", "text/event-stream").containsEntry("accept-encoding", "identity")
                .containsEntry("content-type", "application/json").doesNotContainKey("cookie");
        var tree = Json.MAPPER.readTree(request.body());
        assertThat(tree.at("/messages/0/role").textValue()).isEqualTo("system");
        assertThat(tree.at("/messages/1/content").textValue()).isEqualTo(odd);
    }

    @Test
    void withoutAKeyNoAuthorizationIsSent() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(403, "application/json", "{\"detail\":\"Forbidden\"}"));
                var client = Talk.client()) {
            var end = client.newCall(Talk.target(server.url(), "auto", null), Talk.HELLO).execute(new Recorder());
            assertThat(server.requests.getFirst().headers()).doesNotContainKey("authorization");
            assertThat(end.error().kind()).isEqualTo(ErrorKind.UNAUTHORIZED);
        }
    }
}
