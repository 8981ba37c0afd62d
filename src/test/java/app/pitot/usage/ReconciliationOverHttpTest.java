package app.pitot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Database;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteUsages;
import app.pitot.usage.Reconciliation.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What OpenRouter's own words come to beside the ledger, over real HTTP. */
@Timeout(60)
class ReconciliationOverHttpTest {
    private static final String PRICED = "openai/gpt-oss-120b";

    @TempDir
    Path temp;

    private final Clocks clocks = Clocks.system();
    private SimulatorServer server;
    private OkHttpChatClient client;
    private Database database;
    private Exchanges engine;

    @BeforeEach
    void start() throws Exception {
        server = SimulatorServer.start(TruthServers.all().get(2).config());
        client = new OkHttpChatClient(clocks);
        database = new Database(temp, clocks, each -> {
            throw new AssertionError(each.message());
        });
        engine = new ExchangeEngine(clocks, client, new SqliteLedger(database, clocks));
    }

    @AfterEach
    void stop() {
        client.close();
        database.close();
        server.close();
    }

    private Account account(String id, String provider) {
        return new Account(id, id, Catalogue.shipped().provider(provider), server.baseUrl().toString(), null,
                KeySource.none(), "no key", Connection.DIRECT);
    }

    private void ask(Account account) throws Exception {
        var request = new ChatRequest(PRICED, List.of(new ChatMessage(ChatMessage.Role.USER, "120 tokens")), null, 200);
        engine.start(new ExchangeSpec(account, ModelInfo.ofId(PRICED), request), UUID.randomUUID().toString(),
                TextTap.NONE, Sending.NOW).result().get(20, TimeUnit.SECONDS);
    }

    private KeyNews news(Account account) throws Exception {
        for (int i = 0; i < 500 && engine.keyStatus(account) == null; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return engine.keyStatus(account);
    }

    private Reconciliation beside(Account account, KeyNews news) throws Exception {
        var usages = new SqliteUsages(database);
        var counted = usages.report(Reconciliation.query(account.id(), news.at())).total();
        for (int i = 0; i < 500 && counted.taken() == 0; i++) {
            // The end is written a moment later.
            TimeUnit.MILLISECONDS.sleep(10);
            counted = usages.report(Reconciliation.query(account.id(), news.at())).total();
        }
        return Reconciliation.of(account.id(), news.status(), news.at(), counted);
    }

    @Test
    void whatIsAllFromHereIsTheSame() throws Exception {
        var work = account("work", "openrouter");
        ask(work);
        var said = beside(work, news(work));
        assertThat(said.verdict()).isEqualTo(Verdict.SAME);
        assertThat(said.reportedMicros()).isPositive();
        assertThat(said.differenceMicros()).isBetween(-1L, 1L);
        assertThat(said.taken()).isEqualTo(1);
        assertThat(said.countedReportedMicros()).isEqualTo(said.countedMicros());
    }

    @Test
    void whatAnotherProgramSpentIsTheDifference() throws Exception {
        // The simulator has one purse for all: to it this is the same key.
        ask(account("another", "custom"));
        ask(account("another", "custom"));
        var work = account("work", "openrouter");
        ask(work);
        var said = beside(work, news(work));
        assertThat(said.verdict()).isEqualTo(Verdict.MORE_REPORTED);
        var spent = server.state().tallies().stream().map(each -> each.usd().movePointRight(6).longValue())
                .reduce(0L, Long::sum);
        assertThat(said.reportedMicros()).isBetween(spent - 1, spent + 1);
        assertThat(said.share()).isBetween(0.5, 0.8);
    }

    @Test
    void aProviderThatDoesNotSayIsNotAskedForIt() throws Exception {
        var other = account("other", "custom");
        ask(other);
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(engine.keyStatus(other)).isNull();
    }
}
