package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.catalogue.CatalogueCache;
import app.pitot.catalogue.Figures;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Ledger;
import app.pitot.history.Conversation;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.provider.Catalogue;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Settings;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.FxThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The list of conversations in the whole window, by keyboard, over the real simulator. */
@Timeout(120)
class ConversationsInTheWindowTest extends FxTest {
    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private final MemoryHistory history = new MemoryHistory();
    private SimulatorServer server;
    private OkHttpChatClient client;
    private CachedCatalogue models;
    private MainWindow window;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        var clocks = Clocks.system();
        var now = clocks.now();
        for (int i = 0; i < 12; i++) {
            var id = "c" + i;
            history.save(Conversation.begin(id, now.minus(Duration.ofHours(5L + 9L * i * i)), Setup.NONE)
                    .withTitle("Question number " + i + " about the buckets of tokens", false));
            history.add(Message.question("m" + i, id, null, now, "What of the bucket, for the " + i + ". time?",
                    List.of()));
        }
        var catalogue = Catalogue.shipped();
        var plan = catalogue.plan("cerebras-trial-2026-09").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withTtftMs(20));
        client = new OkHttpChatClient(clocks);
        models = new CachedCatalogue(catalogue, client, CatalogueCache.none(), Figures.none(), clocks);
        var core = new Core(clocks, new ExchangeEngine(clocks, client, Ledger.none()), client, catalogue,
                Settings.DEFAULT, List.of(Accounts.simulator(server.baseUrl().toString(), plan)), true, "llama3.1-8b",
                Household.apart(folder, catalogue, clocks, _ -> {}), models, history);
        window = fx(() -> {
            var made = new MainWindow(new Stage(), core, theme(), new FxThread(defects::add));
            made.stage().setWidth(1366);
            made.stage().setHeight(768);
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
        server.close();
        assertThat(defects).isEmpty();
    }

    private void size(double width, double height) {
        onFx(() -> {
            window.stage().setWidth(width);
            window.stage().setHeight(height);
        });
        pulses(4);
    }

    private boolean list() {
        return fx(() -> window.scene().lookup(".history").isVisible());
    }

    private void shot(String name) {
        write(snapshot(window.scene()), Path.of("target/shots/window-list-" + name + ".png"));
    }

    @Test
    void itStandsBesideTheChatAsFarAsThereIsRoom() {
        assertThat(comes(() -> window.scene().getRoot().lookupAll(".history .list-cell:filled").size() > 10)).isTrue();
        assertThat(list()).isTrue();
        press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(comes(() -> window.chat().conversation().get() != null
                && window.chat().conversation().get().id().equals("c0"))).isTrue();
        pulses(3);
        shot("1366");
        size(1000, 720);
        assertThat(list()).isFalse();
        press(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(list()).isTrue();
        shot("1000");
        size(760, 520);
        shot("760");
        press(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(list()).isFalse();
    }

    @Test
    void whatIsFoundIsOpenedAtItsMessage() {
        press(KeyCode.SHORTCUT, KeyCode.K);
        type("7. time");
        assertThat(comes(() -> window.scene().getRoot().lookupAll(".history .list-cell:filled").stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).startsWith("Question number 7"))))
                .isTrue();
        shot("found");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(comes(() -> window.chat().conversation().get() != null
                && window.chat().conversation().get().id().equals("c7"))).isTrue();
    }
}
