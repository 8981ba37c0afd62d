package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.ProviderKeyCheck;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.catalogue.CatalogueCache;
import app.pitot.catalogue.Figures;
import app.pitot.compare.MemoryComparisons;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.Traces;
import app.pitot.history.MemoryHistory;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.FxThread;
import app.pitot.usage.Usages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of the whole window over the real simulator, in a house of its own, on the Headless platform. */
abstract class WindowTest extends FxTest {
    /** In memory; what is put there before {@link #open} is there from the start. */
    final MemoryHistory history = new MemoryHistory();
    /** Where requests are written down; what is put here before {@link #open} is used. */
    Ledger ledger = Ledger.none();
    Usages usages = Usages.NONE;
    @TempDir
    Path folder;
    SimulatorServer server;
    Household household;
    MainWindow window;
    Core core;

    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private OkHttpChatClient client;
    private CachedCatalogue models;

    /** @param model that is chosen as if named on the command line; null if this is a first start */
    final void open(String planId, String model, double width, double height) throws IOException {
        open(planId, model, width, height, List.of());
    }

    /** @param more accounts that are there beside the simulator of {@code planId} */
    final void open(String planId, String model, double width, double height, List<Account> more)
            throws IOException {
        var clocks = Clocks.system();
        var catalogue = Catalogue.shipped();
        var plan = catalogue.plan(planId).orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withTtftMs(20));
        client = new OkHttpChatClient(clocks);
        models = new CachedCatalogue(catalogue, client, CatalogueCache.none(), Figures.none(), clocks);
        household = Household.apart(folder, catalogue, clocks, _ -> {});
        core = new Core(clocks, new ExchangeEngine(clocks, client, ledger), client, catalogue,
                household.settings().current(),
                Stream.concat(Stream.of(Accounts.simulator(server.baseUrl().toString(), plan)), more.stream())
                        .toList(),
                model != null, model, household, models, history,
                new ProviderKeyCheck(client), Budgets.none(clocks), new MemoryComparisons(), usages, Traces.NONE);
        window = fx(() -> {
            var made = new MainWindow(new Stage(), core, theme(), new FxThread(defects::add));
            made.stage().setWidth(width);
            made.stage().setHeight(height);
            made.show();
            return made;
        });
        pulses(3);
    }

    @AfterEach
    void close() {
        onFx(() -> window.chat().stop());
        models.close();
        client.close();
        household.close();
        ledger.close();
        server.close();
        assertThat(defects).isEmpty();
    }
}
