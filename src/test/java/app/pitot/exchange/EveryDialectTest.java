package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatClient;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.quota.WindowState;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each dialect, with caps and without, admitted and refused, the gauges show what the simulator's own books say. */
@Timeout(60)
class EveryDialectTest {
    private final SteppedClocks time = new SteppedClocks();

    /** One account of one dialect, by its provider's own rules. */
    private final class Desk implements AutoCloseable {
        final SimulatorServer server;
        final ChatClient client = new OkHttpChatClient(time.clocks());
        final ExchangeEngine engine = new ExchangeEngine(time.clocks(), client, Ledger.none());
        final Account account;

        Desk(Dialect dialect, Plan plan) throws IOException {
            server = SimulatorServer.start(SimulatorConfig.of(plan).withDialect(dialect).withSpeed(200_000.0)
                    .withTtftMs(0).withClocks(time.clocks()));
            account = new Account("a", Catalogue.shipped().provider(dialect.label()), server.baseUrl().toString(),
                    plan, KeySource.none(), "");
        }

        ExchangeResult ask(String model, String prompt, Integer cap) throws Exception {
            var request = new ChatRequest(model, List.of(new ChatMessage(ChatMessage.Role.USER, prompt)), null, cap);
            return Bench.await(engine.start(new ExchangeSpec(account, ModelInfo.ofId(model), request)));
        }

        WindowState window(String model, String name) {
            return engine.quota(account, ModelInfo.ofId(model)).windows().stream()
                    .filter(w -> name.equals(w.metric() + "/" + w.period())).findFirst().orElseThrow();
        }

        void assertEqual(String model, int round) {
            var shown = new TreeMap<String, Long>();
            engine.quota(account, ModelInfo.ofId(model)).windows()
                    .forEach(w -> shown.put(w.metric() + "/" + w.period(), w.remaining()));
            var kept = new TreeMap<String, Long>();
            var pools = server.state().limits();
            pools.stream().filter(limit -> model.endsWith(limit.pool()) && !limit.pool().isEmpty()
                    || pools.stream().allMatch(each -> each.pool().isEmpty()))
                    .forEach(limit -> kept.put(limit.limit().metric() + "/" + limit.limit().period(),
                            limit.remainingFloor()));
            assertThat(shown).as("round %d", round).isEqualTo(kept);
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    private static Plan plan(String id) {
        return Catalogue.shipped().plan(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"CEREBRAS, cerebras-free-2026-04, gpt-oss-120b", "CEREBRAS, cerebras-trial-2026-09, gpt-oss-120b",
        "GROQ, groq-free-2026-10, openai/gpt-oss-120b", "OPENROUTER, openrouter-free, openai/gpt-oss-20b:free"})
    void equalAfterEveryReplyAndRefusal(Dialect dialect, String plan, String model) throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            equal(dialect, plan(plan), model, new Random(seed));
        }
    }

    private void equal(Dialect dialect, Plan plan, String model, Random random) throws Exception {
        var outcomes = new HashSet<Outcome>();
        try (var desk = new Desk(dialect, plan)) {
            for (int i = 0; i < 60; i++) {
                var result = desk.ask(model, "word ".repeat(1 + random.nextInt(200)) + i,
                        random.nextInt(4) == 0 ? null : 1 + random.nextInt(3_000));
                outcomes.add(result.outcome());
                if (result.error() != null) {
                    assertThat(result.error().kind()).isIn(ErrorKind.RATE_LIMIT, ErrorKind.TOO_LARGE);
                }
                desk.assertEqual(model, i);
                time.advance(Duration.ofMillis(random.nextInt(dialect == Dialect.CEREBRAS ? 1_500 : 4_000)));
                desk.assertEqual(model, i);
            }
        }
        assertThat(outcomes).as("the test sees replies and refusals").contains(Outcome.COMPLETE, Outcome.REFUSED);
    }

    @Test
    void groqsDayOfTokensIsLearntFromTheWordsOfARefusal() throws Exception {
        var model = "openai/gpt-oss-120b";
        try (var desk = new Desk(Dialect.GROQ, plan("groq-free-2026-10"))) {
            var other = new ExchangeEngine(time.clocks(), desk.client, Ledger.none());
            ExchangeResult theirs = null;
            for (int i = 0; i < 400 && (theirs == null || theirs.outcome() == Outcome.COMPLETE); i++) {
                theirs = Bench.await(other.start(new ExchangeSpec(desk.account, ModelInfo.ofId(model),
                        new ChatRequest(model, List.of(new ChatMessage(ChatMessage.Role.USER, "Write 900 tokens")),
                                null, 3_000))));
                time.advance(Duration.ofSeconds(45));
            }
            assertThat(theirs.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(desk.window(model, "UNCACHED_TOKENS/DAY").source()).isEqualTo(Provenance.PLANNED);
            var ours = desk.ask(model, "Tell me about wind", 3_000);
            assertThat(ours.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(ours.error().message()).contains("(TPD)").doesNotContain("org_simulated");
            var day = desk.window(model, "UNCACHED_TOKENS/DAY");
            assertThat(day.remaining()).isLessThan(3_500);
            desk.assertEqual(model, 0);
        }
    }

    @Test
    void paidModelsOfTheRouterHaveNoWindows() throws Exception {
        try (var desk = new Desk(Dialect.OPENROUTER, plan("openrouter-free"))) {
            assertThat(desk.ask("openai/gpt-oss-120b", "Tell me about wind", 50).outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(desk.engine.quota(desk.account, ModelInfo.ofId("openai/gpt-oss-120b")).windows()).isEmpty();
            assertThat(desk.window("openai/gpt-oss-20b:free", "REQUESTS/DAY").remaining()).isEqualTo(50);
        }
    }

    @Test
    void theRouterNamesProviderCostAndRequest() throws Exception {
        try (var desk = new Desk(Dialect.OPENROUTER, plan("openrouter-free"))) {
            var result = desk.ask("openai/gpt-oss-120b", "Tell me about wind", 50);
            var details = result.details();
            assertThat(details.served().by()).isEqualTo("Simulator");
            assertThat(details.costSource()).isEqualTo(Provenance.REPORTED);
            assertThat(result.cost()).isEqualTo(details.served().cost()).isPositive();
            assertThat(details.headers().requestId()).startsWith("gen-");
            assertThat(details.headers().windows()).isEmpty();
        }
    }

    @Test
    void whileTheRouterLooksForAProviderThePhaseSaysSo() throws Exception {
        var model = "openai/gpt-oss-120b";
        try (var server = SimulatorServer.start(SimulatorConfig.of(plan("openrouter-paid"))
                .withDialect(Dialect.OPENROUTER).withSpeed(2_000.0).withTtftMs(700));
                var client = new OkHttpChatClient(app.pitot.base.Clocks.system())) {
            var engine = new ExchangeEngine(app.pitot.base.Clocks.system(), client, Ledger.none());
            var account = new Account("a", Catalogue.shipped().provider("openrouter"), server.baseUrl().toString(),
                    null,
                    KeySource.none(), "");
            var running = engine.start(new ExchangeSpec(account, ModelInfo.ofId(model), new ChatRequest(model,
                    List.of(new ChatMessage(ChatMessage.Role.USER, "Tell me about wind")), null, 50)));
            var phases = new HashSet<Phase>();
            while (!running.result().isDone()) {
                phases.add(running.phase());
                Thread.sleep(1);
            }
            assertThat(phases).contains(Phase.ROUTING);
            assertThat(Bench.await(running).outcome()).isEqualTo(Outcome.COMPLETE);
        }
    }
}
