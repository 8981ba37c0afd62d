package app.pitot.compare;

import app.pitot.api.ChatClient;
import app.pitot.api.ChatParameters;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Timeouts;
import app.pitot.base.Clocks;
import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.HurriedTime;
import app.pitot.exchange.Ledger;
import app.pitot.provider.Account;
import app.pitot.provider.Limit;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.quota.Budget;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Comparisons over real HTTP against real simulators, one for each account. */
final class Rig implements AutoCloseable {
    static final ModelInfo MODEL = ModelInfo.ofId("gpt-oss-120b");

    final MemoryComparisons kept = new MemoryComparisons();
    final OkHttpChatClient client;
    final SeenExchanges exchanges;
    final ExchangeComparer comparer;
    private final Clocks clocks;
    private final List<SimulatorServer> servers = new ArrayList<>();

    Rig() {
        this(List.of());
    }

    /** With budgets of the user's. */
    Rig(List<Budget> budgets) {
        this(Clocks.system(), new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofMillis(1_500)),
                client -> new ExchangeEngine(Clocks.system(), client, Ledger.none(),
                        new Budgets(Clocks.system(), Ledger.none(), () -> budgets)));
    }

    private Rig(Clocks clocks, Timeouts timeouts, Function<ChatClient, Exchanges> engine) {
        this.clocks = clocks;
        client = new OkHttpChatClient(clocks, timeouts);
        exchanges = new SeenExchanges(engine.apply(client));
        comparer = new ExchangeComparer(new Tools(exchanges, client, clocks, kept, "1.2.3", () -> 42));
    }

    /** In which a minute is a few seconds; not fewer, or a hiccup of this machine would be a long time. */
    static Rig hurried() throws Exception {
        // A cold server, or a cold client, takes a first request up so late that it would be seconds here.
        SimulatorServer.rehearse();
        var time = new HurriedTime(Instant.parse("2026-11-27T10:00:00Z"), 10);
        var rig = new Rig(time.clocks(), Timeouts.defaults(), client -> time.engine(client, Ledger.none()));
        var server = SimulatorServer.start(SimulatorConfig.of(plan()).withSpeed(20_000.0).withTtftMs(1));
        try (server) {
            var account = at(server.baseUrl().toString(), plan());
            for (var i = 0; i < 3; i++) {
                rig.finish(run(Mode.RACE, "Write 100 tokens", 1, true, lane(0, account), lane(1, account)));
            }
        }
        rig.exchanges.asked().clear();
        return rig;
    }

    static Plan plan(Limit... limits) {
        return new Plan("test", "Test", "simulator", LocalDate.EPOCH, "none", List.of(limits), null, null, "");
    }

    /** A fast one without limits, unless told otherwise. */
    Account account(UnaryOperator<SimulatorConfig> config) throws IOException {
        return account(plan(), config);
    }

    Account account(Plan plan, UnaryOperator<SimulatorConfig> config) throws IOException {
        var server = SimulatorServer
                .start(config.apply(SimulatorConfig.of(plan).withClocks(clocks).withSpeed(20_000.0).withTtftMs(5)));
        servers.add(server);
        return at(server.baseUrl().toString(), plan);
    }

    /** An account of its own for any address. */
    static Account at(String url, Plan plan) {
        // Each an account of its own.
        var like = Accounts.simulator(url, plan);
        return new Account(like.id() + url, like.provider(), url, plan, like.key(), like.keyLabel());
    }

    Clocks clocks() {
        return clocks;
    }

    SimulatorServer server(int index) {
        return servers.get(index);
    }

    static Lane lane(int index, Account account) {
        return lane(index, account, 300);
    }

    static Lane lane(int index, Account account, Integer maxTokens) {
        return new Lane(index, account, MODEL, ChatParameters.of(null, maxTokens));
    }

    static Run run(Mode mode, int rounds, Lane... lanes) {
        return run(mode, "Write 200 tokens about wind", rounds, true, lanes);
    }

    static Run run(Mode mode, String prompt, int rounds, boolean warmUp, Lane... lanes) {
        var setups = List.of(lanes).stream()
                .map(lane -> new LaneSetup(lane.account().id(), lane.model().id(), lane.parameters())).toList();
        return new Run("set", "Wind", new ComparisonSetup(mode, "", prompt, setups, rounds, true, warmUp),
                List.of(lanes));
    }

    Comparison finish(Run run) throws Exception {
        return finish(comparer.start(run, false));
    }

    static Comparison finish(RunningComparison running) throws Exception {
        return running.result().get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        servers.forEach(SimulatorServer::close);
    }
}
