package app.pitot.ui.usage.reported;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Database;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteUsages;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.Reconciliation.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReportedModelTest {
    private static final String MODEL = "openai/gpt-oss-120b";

    @TempDir
    Path temp;

    private static Account account(SimulatorServer server, String id, String provider) {
        return new Account(id, id, Catalogue.shipped().provider(provider), server.baseUrl().toString(), null,
                KeySource.none(), "no key", Connection.DIRECT);
    }

    @Test
    void whatTheProviderSaysStandsBesideTheLedger() throws Exception {
        var clocks = Clocks.system();
        var plan = Catalogue.shipped().plan("openrouter-free-10credits").orElseThrow();
        try (var server = SimulatorServer
                .start(SimulatorConfig.of(plan).withDialect(Dialect.OPENROUTER).withSpeed(50_000.0).withTtftMs(1));
                var client = new OkHttpChatClient(clocks);
                var database = new Database(temp, clocks, each -> {
                    throw new AssertionError(each.message());
                })) {
            var engine = new ExchangeEngine(clocks, client, new SqliteLedger(database, clocks));
            var work = account(server, "work", "openrouter");
            var other = account(server, "other", "custom");
            var model = new ReportedModel(engine, new SqliteUsages(database), () -> List.of(work, other),
                    id -> "My " + id, new Jobs(Runnable::run, Runnable::run), clocks);
            model.refresh();
            assertThat(model.lines()).as("nobody has said anything").isEmpty();
            var told = new CountDownLatch(1);
            engine.onKeyStatus(_ -> told.countDown());
            for (var each : List.of(other, work)) {
                var request = new ChatRequest(MODEL,
                        List.of(new ChatMessage(ChatMessage.Role.USER, "5000 tokens")), null, 5_100);
                engine.start(new ExchangeSpec(each, ModelInfo.ofId(MODEL), request), UUID.randomUUID().toString(),
                        TextTap.NONE, Sending.NOW).result().get(20, TimeUnit.SECONDS);
            }
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 500 && (model.lines().isEmpty() || model.lines().getFirst().said().taken() == 0); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
                model.refresh();
            }
            var line = model.lines().getFirst();
            assertThat(model.lines()).hasSize(1);
            assertThat(line.said().verdict()).isEqualTo(Verdict.MORE_REPORTED);
            assertThat(line.sentence()).startsWith("My work says $0.00").contains("50 % are not from here");
            assertThat(line.provenance()).contains("just now", "1 request, $0.00");
        }
    }
}
