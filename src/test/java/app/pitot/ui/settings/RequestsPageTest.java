package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Attempt;
import app.pitot.store.Settings;
import app.pitot.store.SqliteTraces;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page worked with the keyboard, over a real file. */
class RequestsPageTest extends FxTest {
    @TempDir
    private Path folder;

    private Settings.Bodies allowed = Settings.Bodies.DEFAULT;
    private SqliteTraces traces;
    private RequestsPage page;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        traces = new SqliteTraces(folder, Clocks.system(), () -> allowed, problem -> {
            throw new AssertionError(problem);
        });
        for (int i = 0; i < 3; i++) {
            traces.keep(Attempt.first("a" + i), Instant.now(), new Wire("POST", "u", List.of(), new byte[9], 9, 200,
                    null, List.of(), new byte[9], 9, Wire.Arrivals.NONE, Wire.Phases.UNKNOWN));
        }
        stage = show(() -> {
            page = new RequestsPage(new BodiesModel(allowed, now -> allowed = now, traces,
                    new Jobs(Runnable::run, Runnable::run), ZoneOffset.UTC));
            page.getStylesheets().addAll(SettingsView.class.getResource("settings.css").toExternalForm(),
                    SettingsView.class.getResource("/app/pitot/ui/connect/connect.css").toExternalForm());
            return new VBox(page);
        }, 720, 700);
    }

    @AfterEach
    void close() {
        traces.close();
    }

    private <T extends Node> T find(String selector) {
        return fx(() -> {
            @SuppressWarnings("unchecked")
            var found = (T) page.lookup(selector);
            return found;
        });
    }

    @Test
    void aFieldCountsWhenItIsLeftAndAllGoesAfterOneQuestion() throws Exception {
        write(snapshot(stage.getScene()), Path.of("target/requests-page.png"));
        TextField days = find(".text-field");
        onFx(() -> days.setText("3"));
        assertThat(allowed.days()).isEqualTo(7);
        onFx(() -> days.fireEvent(new javafx.event.ActionEvent()));
        assertThat(allowed.days()).isEqualTo(3);
        assertThat(traces.kept().count()).isEqualTo(3);
        Button begin = find(".bodies-delete");
        Button yes = find(".bodies-yes");
        assertThat(fx(() -> yes.getParent().getParent().isVisible())).isFalse();
        onFx(begin::fire);
        assertThat(fx(() -> yes.getParent().getParent().isVisible())).isTrue();
        write(snapshot(stage.getScene()), Path.of("target/requests-page-asked.png"));
        onFx(yes::fire);
        assertThat(traces.kept().count()).isZero();
        assertThat(fx(begin::isVisible)).isFalse();
    }
}
