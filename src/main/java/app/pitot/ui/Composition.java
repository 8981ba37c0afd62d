package app.pitot.ui;

import app.pitot.accounts.Household;
import app.pitot.accounts.ProviderKeyCheck;
import app.pitot.accounts.StaleConnections;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.WarmUp;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.CatalogueFile;
import app.pitot.store.Database;
import app.pitot.store.LessonsFile;
import app.pitot.store.ReportedFile;
import app.pitot.store.Settings;
import app.pitot.store.SqliteComparisons;
import app.pitot.store.SqliteHistory;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteTraces;
import app.pitot.store.SqliteUsages;
import app.pitot.store.StoreProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Puts the house together for a window, by hand, and takes it apart again. */
final class Composition implements AutoCloseable {
    /** What the simulator enforces unless another plan is named: the one that tutorials describe. */
    static final String SIMULATED = "cerebras-free-2026-04";
    /** A second simulator with the tightest plan of today, where limits are met within seconds. */
    static final String SIMULATED_TRIAL = "cerebras-trial-2026-09";

    private final List<SimulatorServer> simulators = new ArrayList<>();
    private final OkHttpChatClient client;
    private final Database database;
    private final SqliteLedger ledger;
    private final LessonsFile lessons;
    private final SqliteTraces traces;
    private final SqliteHistory history;
    private final Household household;
    private final CachedCatalogue models;
    private final Core core;

    /**
     * Touches neither the keychain nor the network.
     *
     * @param household closed with this
     * @param account the endpoint that the user named; null for the simulator
     * @param accountId the account of the user's to begin with; null if not named
     * @param plan the simulator's plan if there is no account; null for the usual one
     * @param modelId null if not named
     * @param problems told, on any thread, what the disk refused
     * @throws IOException if no port on the loopback interface is free
     */
    Composition(Household household, Catalogue catalogue, Account account, String accountId, Plan plan, String modelId,
            long seed,
            Consumer<StoreProblem> problems) throws IOException {
        var clocks = Clocks.system();
        this.household = household;
        this.client = new OkHttpChatClient(clocks);
        this.database = new Database(household.folders().data(), clocks, problems);
        this.ledger = new SqliteLedger(database, clocks);
        this.lessons = new LessonsFile(household.folders().data());
        this.traces = new SqliteTraces(household.folders().data(), clocks,
                () -> household.settings().current().bodies(), problems);
        this.history = new SqliteHistory(database, clocks);
        history.onForgotten(traces::forget);
        this.models = new CachedCatalogue(catalogue, client, new CatalogueFile(household.folders().data(), problems),
                ledger, clocks);
        // As long as the house stands, so that nobody need end it.
        StaleConnections.follow(household.book(), client::forget);
        var accounts = new ArrayList<Account>();
        if (account != null) {
            accounts.add(account);
        }
        household.book().accounts().forEach(
                each -> accounts.add(each.id().equals(accountId) ? 0 : accounts.size(), each));
        boolean simulatorNamed = account == null && accountId == null && plan != null;
        var first = simulatorNamed ? plan : plan(catalogue, SIMULATED);
        accounts.add(simulatorNamed ? 0 : accounts.size(), simulated(first, seed));
        accounts.add(
                simulated(plan(catalogue, first.id().equals(SIMULATED_TRIAL) ? SIMULATED : SIMULATED_TRIAL), seed));
        var budgets = new Budgets(clocks, ledger, () -> household.settings().current().budgets());
        var engine = new ExchangeEngine(clocks, client, ledger, budgets, lessons, traces);
        keepReported(engine);
        this.core = new Core(clocks, engine, client, catalogue,
                household.settings().current(), accounts, account != null || accountId != null || plan != null, modelId,
                household, models, history, new ProviderKeyCheck(client), budgets,
                new SqliteComparisons(database), new SqliteUsages(database), traces);
    }

    Core core() {
        return core;
    }

    /** Does ahead what the first request would otherwise wait for. Blocks for a few tenths of a second. */
    void warmUp() {
        database.openSoon();
        history.openSoon();
        traces.openSoon();
        WarmUp.run(client);
    }

    /** Writes the settings down; trouble goes to the listener. Blocks on the disk. */
    void save(UnaryOperator<Settings> change) {
        household.settings().update(change);
    }

    @Override
    public void close() {
        simulators.forEach(SimulatorServer::close);
        models.close();
        client.close();
        household.close();
        history.close();
        lessons.close();
        traces.close();
        // With the database.
        ledger.close();
    }

    /** So that the command line knows it, too. The engine tells on a thread that may block. */
    private void keepReported(Exchanges exchanges) {
        var reported = new ReportedFile(household.folders().data());
        exchanges.onKeyStatus(id -> household.book().accounts().stream().filter(each -> each.id().equals(id))
                .forEach(each -> reported.save(id, exchanges.keyStatus(each))));
    }

    private Account simulated(Plan plan, long seed) throws IOException {
        var server = SimulatorServer.start(SimulatorConfig.of(plan).withSeed(seed));
        simulators.add(server);
        return Accounts.simulator(server.baseUrl().toString(), plan);
    }

    private static Plan plan(Catalogue catalogue, String id) {
        return catalogue.plan(id).orElseThrow(() -> new IllegalStateException("no plan " + id));
    }
}
