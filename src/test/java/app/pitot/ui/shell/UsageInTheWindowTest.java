package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.store.Database;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteUsages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Past use in the whole window: the real simulator, a real file. */
@Timeout(120)
class UsageInTheWindowTest extends WindowTest {
    @BeforeEach
    void open() throws IOException {
        var clocks = Clocks.system();
        var database = new Database(folder.resolve("data"), clocks, problem -> {
            throw new AssertionError(problem);
        });
        ledger = new SqliteLedger(database, clocks);
        usages = new SqliteUsages(database);
        open("cerebras-free-2026-04", "llama3.1-8b", 1_298, 742);
    }

    private String words() {
        return fx(this::shown);
    }

    /** On the JavaFX thread. */
    private String shown() {
        return window.scene().getRoot().lookup(".usage-host").lookupAll(".label").stream()
                .filter(UsageInTheWindowTest::seen).map(each -> ((Label) each).getText())
                .collect(Collectors.joining("|"));
    }

    private static boolean seen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aRequestShowsByItselfAndLeadsToItsDetails() {
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(comes(() -> shown().contains("No requests yet."))).isTrue();
        onFx(() -> ((Button) window.scene().getRoot().lookup(".usage-empty .button")).fire());
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.CHAT);
        type("In one sentence: what is a knot");
        press(KeyCode.ENTER);
        assertThat(comes(() -> window.chat().last().get() != null)).isTrue();
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(comes(() -> shown().contains("|1 complete|"))).isTrue();
        assertThat(words()).as("whose they are is said").contains("Simulator llama3.1-8b")
                .contains("the simulator charges nothing");
        write(snapshot(window.scene()), Path.of("target/usage/window.png"));

        onFx(() -> window.scene().getRoot().lookup(".groups-table").requestFocus());
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.REQUESTS);
    }
}
