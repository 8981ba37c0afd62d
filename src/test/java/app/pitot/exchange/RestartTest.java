package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped plan over real HTTP and a real file: what a new start shows is what the one before showed. */
class RestartTest {
    @TempDir
    private Path folder;

    private final SteppedClocks time = new SteppedClocks();
    private final Random random = new Random(20261126);

    static Stream<String> plans() {
        var catalogue = Catalogue.shipped();
        return catalogue.providers().stream().flatMap(provider -> catalogue.plans(provider.id()).stream())
                .map(Plan::id).distinct();
    }

    private SqliteLedger ledger() {
        return new SqliteLedger(folder, time.clocks(), problem -> {
            throw new AssertionError(problem.message());
        });
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theGaugesAreAsTheyWere(String planId) throws Exception {
        var plan = Catalogue.shipped().plan(planId).orElseThrow();
        var dialect = Stream.of(Dialect.values()).filter(each -> each.label().equals(plan.providerId())).findFirst()
                .orElse(Dialect.CEREBRAS);
        var provider = Catalogue.shipped().provider(plan.providerId());
        var model = ModelInfo
                .ofId(plan.reach().suffix() == null ? "gpt-oss-120b" : "some/model" + plan.reach().suffix());
        try (var server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(200_000.0).withTtftMs(0)
                .withClocks(time.clocks()).withDialect(dialect));
                var client = new OkHttpChatClient(time.clocks());
                var first = ledger()) {
            var account = new Account("acc:" + planId, provider, server.baseUrl().toString(), plan, KeySource.none(),
                    "none");
            var engine = new ExchangeEngine(time.clocks(), client, first);
            for (var round = 0; round < 4; round++) {
                for (var i = 0; i < 8; i++) {
                    send(engine, account, model, 20 + random.nextInt(400));
                    time.advance(Duration.ofMillis(random.nextInt(9_000)));
                }
                for (var gap : List.of(Duration.ofMillis(1), Duration.ofSeconds(10), Duration.ofSeconds(80))) {
                    time.advance(gap);
                    written(first);
                    try (var second = ledger()) {
                        var restarted = new ExchangeEngine(time.clocks(), client, second);
                        alike(restarted.quotaOnceRead(account, model), engine.quota(account, model), model.id());
                    }
                }
                time.advance(Duration.ofHours(4));
            }
            // The last round was sent on the next day.
            try (var second = ledger()) {
                alike(new ExchangeEngine(time.clocks(), client, second).quotaOnceRead(account, model),
                        engine.quota(account, model), model.id());
            }
            whoeverShowsThemHearsOfIt(client, engine, account, model);
        }
    }

    @Test
    void howFastAModelIsIsKnownAfterARestart() throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-developer-2026-09").orElseThrow();
        var model = ModelInfo.ofId("gpt-oss-120b");
        try (var server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(2_000.0).withTtftMs(40));
                var client = new OkHttpChatClient(Clocks.system())) {
            var account = new Account("a", Catalogue.shipped().provider("cerebras"), server.baseUrl().toString(), plan,
                    KeySource.none(), "none");
            Typical before;
            try (var first = new SqliteLedger(folder, Clocks.system(), _ -> {})) {
                var engine = new ExchangeEngine(Clocks.system(), client, first);
                assertThat(engine.typicalOnceRead(account, model)).isEqualTo(Typical.UNKNOWN);
                for (var i = 0; i < 3; i++) {
                    Bench.await(engine.start(new ExchangeSpec(account, model, new ChatRequest(model.id(),
                            List.of(new ChatMessage(ChatMessage.Role.USER, "Write 200 tokens")), null, 300))));
                }
                before = engine.typical(account, model);
                assertThat(before.tokensPerSecond()).isBetween(500.0, 2_500.0);
            }
            try (var second = new SqliteLedger(folder, Clocks.system(), _ -> {})) {
                var after = new ExchangeEngine(Clocks.system(), client, second).typicalOnceRead(account, model);
                assertThat(after.tokensPerSecond()).isCloseTo(before.tokensPerSecond(), within(1.0));
                assertThat(after.ttftMs()).isCloseTo(before.ttftMs(), within(1.0));
                assertThat(after.outputTokens()).isEqualTo(before.outputTokens());
            }
        }
    }

    private void whoeverShowsThemHearsOfIt(OkHttpChatClient client, ExchangeEngine engine, Account account,
            ModelInfo model) throws Exception {
        try (var second = ledger()) {
            var restarted = new ExchangeEngine(time.clocks(), client, second);
            var told = new CompletableFuture<String>();
            restarted.onUseElsewhere(told::complete);
            restarted.quota(account, model);
            assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo(account.id());
            alike(restarted.quota(account, model), engine.quota(account, model), model.id());
        }
    }

    /** Ends are written a moment later. */
    private static void written(SqliteLedger ledger) {
        ledger.since("nobody", null, java.time.Instant.EPOCH);
    }

    private static void send(ExchangeEngine engine, Account account, ModelInfo model, int maxTokens) throws Exception {
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, "Tell me of pitot tubes."));
        engine.start(new ExchangeSpec(account, model, new ChatRequest(model.id(), messages, null, maxTokens))).result()
                .get(30, TimeUnit.SECONDS);
    }

    private static void alike(QuotaSnapshot now, QuotaSnapshot before, String model) {
        assertThat(now.windows()).as(model).extracting(WindowState::metric, WindowState::period)
                .containsExactlyInAnyOrderElementsOf(before.windows().stream()
                        .map(w -> org.assertj.core.groups.Tuple.tuple(w.metric(), w.period())).toList());
        for (var was : before.windows()) {
            var is = now.windows().stream().filter(w -> w.metric() == was.metric() && w.period() == was.period())
                    .findFirst().orElseThrow();
            var name = was.metric() + " per " + was.period();
            assertThat(is.limit()).as(name).isEqualTo(was.limit());
            assertThat(is.allowance()).as(name).isEqualTo(was.allowance());
            assertThat(is.limitSource()).as(name).isEqualTo(was.limitSource());
            assertThat(is.source()).as(name).isEqualTo(was.source());
            assertThat(is.next()).as(name).isEqualTo(was.next());
            if (was.remaining() != null && was.limit() != null) {
                assertThat((double) is.remaining()).as(name).isCloseTo(was.remaining(),
                        within(Math.max(0.01 * was.limit(), 0)));
            }
            if (was.nextMs() != null) {
                assertThat(is.nextMs()).as(name).isCloseTo(was.nextMs(), within(2_000.0));
            }
            assertThat(is.ageMs() == null).as(name).isEqualTo(was.ageMs() == null);
            if (was.ageMs() != null) {
                assertThat(is.ageMs()).as(name).isCloseTo(was.ageMs(), within(1_000L));
            }
        }
        assertThat(now.day().metric()).isEqualTo(before.day().metric());
        assertThat(now.day().used()).isEqualTo(before.day().used());
        assertThat(now.day().requests()).isEqualTo(before.day().requests());
        assertThat(now.day().refused()).isEqualTo(before.day().refused());
    }
}
