package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The whole pipeline over real HTTP against the real simulator. */
final class Bench implements AutoCloseable {
    static final Plan FREE = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
    static final ModelInfo MODEL = ModelInfo.ofId("gpt-oss-120b");

    final SimulatorServer server;
    final ChatClient client;
    final Account account;
    final ExchangeEngine engine;

    private Bench(SimulatorConfig config, Clocks clocks, Ledger ledger, Function<String, Account> account)
            throws IOException {
        server = SimulatorServer.start(config);
        client = new OkHttpChatClient(clocks);
        this.account = account.apply(server.baseUrl().toString());
        engine = new ExchangeEngine(clocks, client, ledger);
    }

    Bench(Plan plan, Clocks clocks, Ledger ledger, UnaryOperator<SimulatorConfig> config) throws IOException {
        this(config.apply(fast(plan, clocks)), clocks, ledger, url -> Accounts.simulator(url, plan));
    }

    /** An account of the dialect's provider, which is in truth a simulator. */
    static Bench of(Dialect dialect, String planId, Clocks clocks) throws IOException {
        var catalogue = Catalogue.shipped();
        var plan = catalogue.plan(planId).orElseThrow();
        var provider = catalogue.provider(dialect.label());
        return new Bench(fast(plan, clocks).withDialect(dialect), clocks, Ledger.none(),
                url -> new Account(dialect.label() + ":test", provider, url, plan, KeySource.none(), "none"));
    }

    private static SimulatorConfig fast(Plan plan, Clocks clocks) {
        return SimulatorConfig.of(plan).withSpeed(200_000.0).withTtftMs(0).withClocks(clocks);
    }

    static Bench real(UnaryOperator<SimulatorConfig> config) throws IOException {
        return new Bench(FREE, Clocks.system(), Ledger.none(), config);
    }

    ExchangeSpec spec(String prompt, Integer maxTokens) {
        return spec(account, prompt, maxTokens);
    }

    static ExchangeSpec spec(Account account, String prompt, Integer maxTokens) {
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, prompt));
        return new ExchangeSpec(account, MODEL, new ChatRequest(MODEL.id(), messages, null, maxTokens));
    }

    ExchangeSpec spec(String model, String prompt, Integer maxTokens) {
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, prompt));
        return new ExchangeSpec(account, model(model), new ChatRequest(model, messages, null, maxTokens));
    }

    static ModelInfo model(String id) {
        return ModelInfo.ofId(id);
    }

    static ExchangeResult await(RunningExchange running) throws Exception {
        return running.result().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
