package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.simulator.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves for each provider, as its books saw it arrive: nothing that belongs to another. */
@Timeout(60)
class FieldsTest {
    private static final List<String> COMMON = List.of("max_completion_tokens", "messages", "messages[].content",
            "messages[].role", "model", "stream", "temperature");

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "CEREBRAS,cerebras-trial-2026-09,gpt-oss-120b,none,x-cerebras-3rd-party-integration",
        "GROQ,groq-free-2026-10,openai/gpt-oss-120b,stream_options.include_usage,none",
        "OPENROUTER,openrouter-free,openai/gpt-oss-20b:free,none,x-openrouter-title"})
    void nothingOfAnotherProvider(Dialect dialect, String plan, String model, String extra, String attribution)
            throws Exception {
        try (var bench = Bench.of(dialect, plan, Clocks.system())) {
            var messages = List.of(new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief"),
                    new ChatMessage(ChatMessage.Role.USER, "Write 20 tokens"));
            var spec = new ExchangeSpec(bench.account, Bench.model(model),
                    new ChatRequest(model, messages, 0.5, 600));
            assertThat(Bench.await(bench.engine.start(spec)).outcome()).isEqualTo(Outcome.COMPLETE);

            // What the provider says of the key is asked for in the wake of the reply.
            var seen = bench.server.state().seen().stream().filter(each -> each.method().equals("POST")).toList();
            assertThat(seen).hasSize(1);
            var fields = new ArrayList<>(COMMON);
            if (extra != null) {
                fields.addAll(List.of(extra, extra.substring(0, extra.indexOf('.'))));
            }
            assertThat(seen.getFirst().fields()).containsExactlyInAnyOrderElementsOf(fields);
            assertThat(seen.getFirst().attribution())
                    .containsExactlyElementsOf(attribution == null ? List.of() : List.of(attribution.split(" ")));
            assertThat(seen.getFirst().userAgent()).startsWith("Pitot/");
            assertThat(seen.getFirst().headers()).doesNotContain("authorization");
        }
    }
}
