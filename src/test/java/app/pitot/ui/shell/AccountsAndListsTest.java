package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Ledger;
import app.pitot.history.MemoryHistory;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.offer.FakeCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When providers are asked for their lists, and what the window does when accounts come and go. */
@Timeout(120)
class AccountsAndListsTest extends FxTest {
    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private final FakeCatalogue lists = new FakeCatalogue();
    private final Clocks clocks = Clocks.system();
    private final Catalogue shipped = Catalogue.shipped();
    private final Account free = simulator("cerebras-free-2026-04");
    private final Account trial = simulator("cerebras-trial-2026-09");
    @TempDir
    private Path folder;
    private Household household;
    private OkHttpChatClient client;
    private MainWindow window;

    private Account simulator(String plan) {
        // Nobody is asked anything: the lists are the test's own.
        return Accounts.simulator("http://127.0.0.1:9/v1", shipped.plan(plan).orElseThrow());
    }

    @BeforeEach
    void open() {
        client = new OkHttpChatClient(clocks);
        household = Household.apart(folder, shipped, clocks, _ -> {});
        lists.put(free, "a", "b");
        lists.put(trial, "c");
        window = window(Settings.DEFAULT.withLastModel(trial.id(), "c"), List.of(free, trial));
    }

    private MainWindow window(Settings settings, List<Account> accounts) {
        var core = new Core(clocks, new ExchangeEngine(clocks, client, Ledger.none()), client, shipped, settings,
                accounts, false, null, household, lists, new MemoryHistory());
        var shown = fx(() -> {
            var made = new MainWindow(new Stage(), core, theme(), new FxThread(defects::add));
            assertThat(lists.refreshed).as("before the window is there").isEmpty();
            made.show();
            return made;
        });
        pulses(4);
        return shown;
    }

    @AfterEach
    void close() {
        household.close();
        client.close();
        assertThat(defects).isEmpty();
    }

    private AccountEntry add() throws KeyException {
        return household.book().add(new AccountEntry(null, "ollama", "At home", "http://127.0.0.1:9/v1", null, null,
                List.of(), KeyPlace.NONE, true, List.of("my-model"), Route.DIRECT), NewSecrets.none());
    }

    @Test
    void afterTheFirstFrameOnlyTheSelectedSimulatorIsAskedAndTheOthersWhenThePickerOpens() {
        assertThat(fx(() -> List.copyOf(lists.refreshed))).containsExactly(trial.id());
        press(KeyCode.CONTROL, KeyCode.L);
        assertThat(fx(() -> List.copyOf(lists.refreshed))).contains(free.id());
    }

    @Test
    void atTheStartNobodyAsksTheProviderOfTheAccountUsedLastNorTheKeychain() throws KeyException {
        var entry = add();
        pulses(4);
        lists.refreshed.clear();
        var account = household.book().accounts().getFirst();
        var next = window(Settings.DEFAULT.withLastModel(entry.id(), "my-model"), List.of(account, trial));
        assertThat(fx(() -> next.picker().account().id())).isEqualTo(entry.id());
        assertThat(fx(() -> List.copyOf(lists.refreshed))).isEmpty();
    }

    @Test
    void anAccountThatIsAddedIsAskedAndCanBePickedAndGivesWayWhenItIsRemoved() throws KeyException {
        var entry = add();
        assertThat(comes(() -> lists.refreshed.contains(entry.id()))).isTrue();
        var account = household.book().accounts().getFirst();
        onFx(() -> {
            lists.put(account, "my-model");
            window.picker().select(account, "my-model");
        });
        assertThat(fx(() -> window.picker().selected().get().listed())).isTrue();

        household.book().update(entry.withName("In the cellar"), NewSecrets.none());
        assertThat(comes(() -> window.picker().selected().get().account().name().equals("In the cellar"))).isTrue();

        household.book().remove(entry.id());
        assertThat(comes(() -> window.picker().selected().get().account().provider().simulated())).isTrue();
        assertThat(fx(() -> lists.of(account).models())).as("what was kept of its list").isEmpty();
    }

    @Test
    void anAccountThatIsDisabledIsNotOfferedButNotForgotten() throws KeyException {
        var entry = add();
        assertThat(comes(() -> lists.refreshed.contains(entry.id()))).isTrue();
        var account = household.book().accounts().getFirst();
        onFx(() -> lists.put(account, "my-model"));
        household.book().update(entry.withEnabled(false), NewSecrets.none());
        onFx(() -> window.picker().filter().set("my-model home"));
        assertThat(comes(() -> window.picker().shown().isEmpty())).isTrue();
        assertThat(fx(() -> lists.of(account).models())).hasSize(1);
    }
}
