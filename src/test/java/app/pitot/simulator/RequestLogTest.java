package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestLogTest {
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void remembersNamesAndNoSecrets(Dialect dialect) throws Exception {
        try (var server = SimulatorServer.start(Plans.config(Plans.unlimited()).withDialect(dialect));
                var client = new Client(server)) {
            assertThat(server.state().seen()).isEmpty();
            var body = Client.body("none", "canary text", true, 5).replace("\"stream\"",
                    "\"stream_options\":{\"include_usage\":true},\"stop\":[\"x\"],\"stream\"");
            client.post(body, "Authorization", "Bearer canary", "User-Agent", "Test/1", "HTTP-Referer", "canary",
                    "X-Title", "canary", "X-Cerebras-3rd-Party-Integration", "canary");
            client.get(dialect.basePath() + "/models", "User-Agent", "Test/2");

            var seen = server.state().seen();
            assertThat(seen).hasSize(2);
            var chat = seen.getFirst();
            assertThat(chat.method()).isEqualTo("POST");
            assertThat(chat.path()).isEqualTo(dialect.basePath() + "/chat/completions");
            assertThat(chat.userAgent()).isEqualTo("Test/1");
            assertThat(chat.headers()).contains("authorization", "content-type", "x-title").isSorted();
            assertThat(chat.attribution()).containsExactly("http-referer", "x-cerebras-3rd-party-integration",
                    "x-title");
            assertThat(chat.fields()).containsExactly("max_completion_tokens", "messages", "messages[].content",
                    "messages[].role", "model", "stop", "stream", "stream_options", "stream_options.include_usage");
            assertThat(seen.getLast().userAgent()).isEqualTo("Test/2");
            assertThat(seen.getLast().fields()).isEmpty();
            assertThat(seen.getLast().headers()).doesNotContain("authorization");
            var json = client.get("/simulator/state");
            assertThat(json.json().at("/seen/0/fields/0").asText()).isEqualTo("max_completion_tokens");
            assertThat(json.body()).doesNotContain("canary");
            assertThat(server.state().seen()).hasSize(2);
        }
    }
}
