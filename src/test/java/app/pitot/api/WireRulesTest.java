package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.provider.WireRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One provider's fields never reach another: what is sent follows from its rules and from nothing else. */
class WireRulesTest {
    private static final Set<String> OF_ALL = Set.of("host", "connection", "user-agent", "authorization", "accept",
            "accept-encoding", "content-type", "content-length");
    private static final ChatRequest CAPPED = new ChatRequest("m", Talk.HELLO.messages(), null, 64);

    static List<Provider> providers() {
        return Catalogue.shipped().providers();
    }

    private static RawServer.Request sent(String dialect, WireRules rules) throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", content("a") + finish("stop")));
                var client = Talk.client()) {
            var target = Target.of(server.url(), dialect, rules, Talk.key());
            assertThat(client.newCall(target, CAPPED).execute(new Recorder()).outcome()).isEqualTo(Outcome.COMPLETE);
            return server.requests.getFirst();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatArrivesIsWhatTheRulesSay(Provider provider) throws Exception {
        var rules = provider.wire();
        var request = sent(provider.dialect(), rules);
        var body = Json.MAPPER.readTree(request.body());
        assertThat(body.path("max_completion_tokens").asInt(-1)).isEqualTo(rules.completionCap() ? 64 : -1);
        assertThat(body.path("max_tokens").asInt(-1)).isEqualTo(rules.completionCap() ? -1 : 64);
        assertThat(body.at("/stream_options/include_usage").asBoolean(false)).isEqualTo(rules.asksUsage());
        var fields = new HashSet<String>();
        body.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(Set.of("model", "messages", "stream", "max_completion_tokens", "max_tokens",
                "stream_options"));
        assertThat(fields).isEmpty();
        var own = new HashSet<>(request.headers().keySet());
        own.removeAll(OF_ALL);
        assertThat(own).isEqualTo(rules.headers().keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT)).collect(java.util.stream.Collectors.toSet()));
        rules.headers().forEach((name, value) -> assertThat(request.headers())
                .containsEntry(name.toLowerCase(java.util.Locale.ROOT), value));
    }

    @ParameterizedTest
    @CsvSource({"cerebras,true,false", "groq,true,true", "openrouter,true,false", "tokenmix,false,true",
        "custom,false,true", "ollama,false,true", "simulator,true,false"})
    void theRulesOfTheReference(String provider, boolean completionCap, boolean asksUsage) {
        var rules = Catalogue.shipped().provider(provider).wire();
        assertThat(rules.completionCap()).isEqualTo(completionCap);
        assertThat(rules.asksUsage()).isEqualTo(asksUsage);
        assertThat(rules.headers().keySet().stream().anyMatch(name -> name.toLowerCase().contains("openrouter")))
                .isEqualTo(provider.equals("openrouter"));
        assertThat(rules.headers().keySet().stream().anyMatch(name -> name.toLowerCase().contains("cerebras")))
                .isEqualTo(provider.equals("cerebras"));
    }

    @Test
    void theDialectOfTheHeadersChangesNothingThatIsSent() throws Exception {
        var rules = new WireRules(false, true, Map.of());
        var bodies = new HashSet<String>();
        for (var dialect : List.of("auto", "cerebras", "groq", "openai", "openrouter", "suffix", "mistral",
                "anthropic", "ietf", "none")) {
            var request = sent(dialect, rules);
            bodies.add(request.body());
            assertThat(OF_ALL).containsAll(request.headers().keySet());
        }
        assertThat(bodies).hasSize(1);
    }
}
