package app.pitot.ui.tour;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.provider.Account;
import app.pitot.ui.Core;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.PngBytes;
import app.pitot.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;

/** Runs into a limit, looks behind its gauge, and has a question wait until it fits. */
final class Limits {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 12;

    private final Stagehand hand;
    private final TourReport report;
    private final MainWindow window;
    private final Core core;
    private final Playing.Asking asking;
    private final Sights.Camera camera;

    Limits(Stagehand hand, TourReport report, MainWindow window, Core core, Playing.Asking asking,
            Sights.Camera camera) {
        this.hand = hand;
        this.report = report;
        this.window = window;
        this.core = core;
        this.asking = asking;
        this.camera = camera;
    }

    /** The trial plan's few requests a minute are gone at once when nothing waits; then the window counts down. */
    void limit() throws IOException {
        Account trial = core.accounts().getLast();
        hand.act(() -> {
            window.chat().newChat();
            window.picker().select(trial, window.picker().selected().get().model().id());
            // Sent again by itself, it would be answered in the end; whatever the settings say.
            window.chat().repeats().unbind();
            window.chat().repeats().set(false);
        });
        ExchangeResult result = null;
        int sent = 0;
        while (sent < MOST_TRIES && (result == null || result.outcome() == Outcome.COMPLETE)) {
            sent++;
            hand.act(() -> {
                window.chat().draft().set(Texts.get("tour.question.limit"));
                window.chat().sendAtOnce();
            });
            asking.ended();
            result = hand.ask(() -> window.chat().last().get());
        }
        boolean refused = result.outcome() == Outcome.REFUSED && result.error().kind() == ErrorKind.RATE_LIMIT;
        hand.act(() -> window.chat().repeats().set(true));
        var check = core.exchanges().preFlight(result.spec());
        boolean countsDown = check.waitMs() != null;
        camera.picture("limit-light");
        var facts = Tour.facts(result);
        facts.put("requestsSent", sent);
        facts.put("freeInMs", check.waitMs());
        report.step("limit", refused && countsDown, facts, Texts.get("tour.limit", sent, trial.plan().name(),
                Format.countdown(check.waitMs())));
    }

    /** What stands behind the first gauge: the header lines, the last hour, the plan's row, how it comes about. */
    void details(Path picture) throws IOException {
        hand.act(() -> window.scene().lookup(".gauge").requestFocus());
        hand.press(KeyCode.ENTER);
        boolean opened = hand.until(PATIENCE, () -> popup() != null);
        if (opened) {
            hand.pause(Tour.EASED_MS);
            Files.write(picture, PngBytes.of(hand.ask(() -> popup().getScene().snapshot(null))));
            hand.press(KeyCode.ESCAPE);
        }
        boolean closed = hand.until(PATIENCE, () -> popup() == null);
        report.step("details", opened && closed, Map.of(), Texts.get("tour.details"));
    }

    /** A question that does not fit waits with a countdown and leaves by itself. */
    void waiting() throws IOException {
        hand.act(() -> {
            window.chat().draft().set(Texts.get("tour.question.second"));
            window.focusComposer();
        });
        hand.pause(50);
        hand.press(KeyCode.ENTER);
        boolean waits = hand.until(PATIENCE, this::countsDown);
        camera.picture("waiting-light");
        asking.ended();
        var again = hand.ask(() -> window.chat().last().get());
        report.step("after the wait", waits && again.outcome() == Outcome.COMPLETE, Tour.facts(again),
                Texts.get("tour.after", Format.speed(again.speed().outputTokensPerSecond())));
    }

    private static Popup popup() {
        return Window.getWindows().stream().filter(Popup.class::isInstance).map(Popup.class::cast)
                .filter(each -> each.getScene().lookup(".gauge-details") != null).findFirst().orElse(null);
    }

    private boolean countsDown() {
        return says(window.scene().getRoot(), Texts.get("waiting.now"));
    }

    private static boolean says(Node node, String text) {
        return node instanceof Labeled labeled && text.equals(labeled.getText())
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(each -> says(each, text));
    }
}
