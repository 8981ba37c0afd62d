package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.LessonsFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What replies taught, over a restart, with real replies and a real file. */
@Timeout(60)
class LearnedTest {
    private static final Clocks CLOCKS = Clocks.system();

    @TempDir
    private Path folder;

    @Test
    void theSizeOfPromptsIsKnownAfterARestart() throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-developer-2026-09").orElseThrow();
        try (var server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(200_000.0).withTtftMs(0));
                var client = new OkHttpChatClient(CLOCKS)) {
            var account = new Account("a", Catalogue.shipped().provider("cerebras"), server.baseUrl().toString(), plan,
                    KeySource.none(), "none");
            var asked = spec(account, "问题的答案是什么。".repeat(80));
            long learned;
            long before;
            try (var file = new LessonsFile(folder)) {
                var engine = engine(client, file);
                before = engine.preFlight(asked).inputTokens();
                for (var i = 1; i <= 4; i++) {
                    Bench.await(engine.start(spec(account, "问题的答案是什么。".repeat(60 * i))));
                }
                learned = engine.preFlight(asked).inputTokens();
                assertThat(learned).as("the simulator has four characters in a token").isLessThan(before / 2);
            }
            try (var file = new LessonsFile(folder)) {
                var engine = engine(client, file);
                while (engine.preFlight(asked).inputTokens() != learned) {
                    Thread.sleep(1);
                }
            }
            try (var nowhere = new LessonsFile(folder.resolve("other"))) {
                assertThat(engine(client, nowhere).preFlight(asked).inputTokens()).isEqualTo(before);
            }
        }
    }

    private static ExchangeEngine engine(OkHttpChatClient client, Lessons lessons) {
        return new ExchangeEngine(CLOCKS, client, Ledger.none(), Budgets.none(CLOCKS), lessons);
    }

    private static ExchangeSpec spec(Account account, String prompt) {
        return new ExchangeSpec(account, Bench.model("gpt-oss-120b"), new ChatRequest("gpt-oss-120b",
                List.of(new ChatMessage(ChatMessage.Role.USER, prompt)), null, 100));
    }
}
