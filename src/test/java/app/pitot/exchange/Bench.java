package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The whole pipeline over real HTTP against the real simulator. */
final class Bench implements AutoCloseable {
    static final Plan FREE = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
    static final ModelInfo MODEL = ModelInfo.ofId("gpt-oss-120b");

    final SimulatorServer server;
    final ChatClient client;
    final Account account;
    final ExchangeEngine engine;

    Bench(Plan plan, Clocks clocks, Ledger ledger, UnaryOperator<SimulatorConfig> config) throws IOException {
        var fast = SimulatorConfig.of(plan).withSpeed(200_000.0).withTtftMs(0).withClocks(clocks);
        server = SimulatorServer.start(config.apply(fast));
        client = new OkHttpChatClient(clocks);
        account = Accounts.simulator(server.baseUrl().toString(), plan);
        engine = new ExchangeEngine(clocks, client, ledger);
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

    static ExchangeResult await(RunningExchange running) throws Exception {
        return running.result().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
