package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.base.Clocks;
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
import app.pitot.ui.export.ExportMenu;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exports, and what a provider says, in the window over real requests. */
@Timeout(120)
class ExportsInTheWindowTest extends WindowTest {
    private static final String MODEL = "openai/gpt-oss-120b";

    private void ask(String account, SimulatorServer router, String provider) throws Exception {
        var request = new ChatRequest(MODEL, List.of(new ChatMessage(ChatMessage.Role.USER, "2000 tokens")), null,
                2_100);
        core.exchanges().start(new ExchangeSpec(account(account, router, provider), ModelInfo.ofId(MODEL), request),
                UUID.randomUUID().toString(), TextTap.NONE, Sending.NOW).result().get(20, TimeUnit.SECONDS);
    }

    private static Account account(String id, SimulatorServer router, String provider) {
        return new Account(id, "Work", Catalogue.shipped().provider(provider), router.baseUrl().toString(), null,
                KeySource.none(), "no key", Connection.DIRECT);
    }

    private boolean seen(String style) {
        return window.scene().getRoot().lookupAll(style).stream().anyMatch(this::visible);
    }

    private boolean visible(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<ExportMenu> menus() {
        return window.scene().getRoot().lookupAll(".export-menu").stream().filter(this::visible)
                .map(ExportMenu.class::cast).toList();
    }

    @Test
    void bothViewsOfferThemAndAProviderIsTakenAtItsWord() throws Exception {
        var clocks = Clocks.system();
        var plan = Catalogue.shipped().plan("openrouter-free-10credits").orElseThrow();
        try (var router = SimulatorServer.start(
                SimulatorConfig.of(plan).withDialect(Dialect.OPENROUTER).withSpeed(50_000.0).withTtftMs(1));
                var database = new Database(folder, clocks, each -> {
                    throw new AssertionError(each.message());
                })) {
            ledger = new SqliteLedger(database, clocks);
            usages = new SqliteUsages(database);
            open("custom", "llama3.1-8b", 1366, 768, List.of(account("work", router, "openrouter")));
            ask("elsewhere", router, "custom");
            ask("work", router, "openrouter");
            press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertThat(comes(() -> seen(".usage-reported") && menus().size() == 1)).isTrue();
            var menu = fx(() -> menus().getFirst());
            assertThat(fx(() -> menu.getItems().size())).as("four formats, a line, copying").isEqualTo(6);
            assertThat(comes(() -> !menu.isDisabled())).isTrue();
            assertThat(fx(() -> window.scene().getRoot().lookup(".usage-reported").lookupAll(".label").stream()
                    .map(each -> ((Labeled) each).getText()).toList()).toString())
                    .contains("Work says $", "50 % are not");
            pulses(5);
            write(snapshot(window.scene()), Path.of("target/shots/usage-export.png"));
            onFx(() -> menu.getItems().getLast().fire());
            assertThat(comes(() -> seen(".export-bar"))).isTrue();
            assertThat(comes(() -> window.scene().getRoot().lookup(".export-bar .label") instanceof Labeled words
                    && words.getText().contains("Copied"))).isTrue();
            write(snapshot(window.scene()), Path.of("target/shots/usage-copied.png"));
            press(KeyCode.CONTROL, KeyCode.DIGIT5);
            assertThat(comes(() -> menus().size() == 1 && menus().getFirst() != menu)).isTrue();
            assertThat(fx(() -> menus().getFirst().getItems().size())).as("no picture").isEqualTo(5);
            pulses(5);
            write(snapshot(window.scene()), Path.of("target/shots/requests-export.png"));
            onFx(() -> {
                window.stage().setWidth(760);
                window.stage().setHeight(520);
            });
            pulses(5);
            write(snapshot(window.scene()), Path.of("target/shots/requests-export-small.png"));
            press(KeyCode.CONTROL, KeyCode.DIGIT3);
            pulses(8);
            write(snapshot(window.scene()), Path.of("target/shots/usage-export-small.png"));
        }
    }
}
