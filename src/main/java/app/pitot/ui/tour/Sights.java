package app.pitot.ui.tour;

import app.pitot.base.Texts;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.shell.MainWindow;
import app.pitot.ui.shell.View;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** The views beside the chat, as the keyboard goes through them. */
final class Sights {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Takes a picture of the window as it is. */
    interface Camera {
        void picture(String name) throws IOException;
    }

    private final Stagehand hand;
    private final TourReport report;
    private final MainWindow window;
    private final Camera camera;

    Sights(Stagehand hand, TourReport report, MainWindow window, Camera camera) {
        this.hand = hand;
        this.report = report;
        this.window = window;
        this.camera = camera;
    }

    /** All models in their table, the one that has just answered with its own speed; then back to the chat. */
    void models() throws IOException {
        hand.act(() -> window.navigator().go(View.MODELS));
        boolean measured = hand.until(PATIENCE, () -> rows().stream().anyMatch(Sights::timed));
        hand.pause(50);
        hand.press(KeyCode.DOWN);
        boolean chosen = hand.until(PATIENCE, () -> table() != null && !table().getSelectionModel().isEmpty());
        camera.picture("models-dark");
        int shown = hand.ask(() -> rows().size());
        report.step("models", measured && chosen, Map.of("models", shown, "measured", measured),
                Texts.get("tour.models", shown));
        hand.act(() -> window.navigator().go(View.CHAT));
    }

    /** The settings while the simulator is all there is, and where the way to a provider begins. */
    void settings() throws IOException {
        hand.act(() -> window.navigator().go(View.SETTINGS));
        hand.pause(50);
        camera.picture("settings-light");
        hand.press(KeyCode.TAB);
        hand.press(KeyCode.ENTER);
        boolean connects = hand.until(PATIENCE, () -> window.scene().lookup(".connect-view") != null);
        camera.picture("connect-light");
        hand.press(KeyCode.ESCAPE);
        boolean back = hand.until(PATIENCE, () -> window.scene().lookup(".connect-view") == null);
        report.step("settings", connects && back, Map.of("connects", connects), Texts.get("tour.settings"));
        hand.act(() -> window.navigator().go(View.CHAT));
    }

    /** The requests so far, refused ones among them, and what went over the wire for the last. */
    void requests() throws IOException {
        hand.act(() -> window.navigator().go(View.REQUESTS));
        boolean listed = hand.until(PATIENCE, () -> count() > 2);
        hand.pause(200);
        boolean traced = hand.until(PATIENCE, () -> window.scene().lookup(".request-actions .button:disabled") == null
                && window.scene().lookup(".request-actions .button") != null);
        camera.picture("requests-light");
        report.step("requests", listed && traced, Map.of("requests", hand.ask(this::count), "traced", traced),
                Texts.get("tour.requests", hand.ask(this::count)));
        hand.act(() -> window.navigator().go(View.CHAT));
    }

    private int count() {
        return window.scene().lookup(".request-list") instanceof TableView<?> list ? list.getItems().size() : 0;
    }

    private TableView<?> table() {
        return (TableView<?>) window.scene().lookup(".models-table");
    }

    private List<?> rows() {
        return table() == null ? List.of() : table().getItems();
    }

    private static boolean timed(Object row) {
        return row instanceof ModelChoice choice && choice.entry().measured() != null
                && choice.entry().measured().outputTps() != null;
    }
}
