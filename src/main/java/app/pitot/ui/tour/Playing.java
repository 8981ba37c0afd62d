package app.pitot.ui.tour;

import app.pitot.base.Texts;
import app.pitot.ui.shell.MainWindow;
import app.pitot.ui.transcript.MessageAction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** What is done with an answer that is there: another version of it, another model beside it, parameters; and finding it. */
final class Playing {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> QUESTIONS = List.of("tour.question.one", "tour.question.two",
            "tour.question.three");

    /** The hand at the composer. */
    interface Asking {
        void ask(String question);

        /** Waits until no reply runs in the open conversation. */
        void ended();
    }

    private final Stagehand hand;
    private final TourReport report;
    private final MainWindow window;
    private final Asking asking;
    private final Sights.Camera camera;

    Playing(Stagehand hand, TourReport report, MainWindow window, Asking asking, Sights.Camera camera) {
        this.hand = hand;
        this.report = report;
        this.window = window;
        this.asking = asking;
        this.camera = camera;
    }

    /** Asks the last question again: the first answer stays as another version. */
    void versions() throws IOException {
        hand.act(() -> window.chat().regenerateLast());
        begun();
        asking.ended();
        boolean switches = hand.until(PATIENCE, () -> window.scene().lookup(".version-place") != null);
        camera.picture("versions-dark");
        report.step("versions", switches, Map.of(), Texts.get("tour.versions"));
    }

    /** Another model answers the same question, beside the first answer. */
    void beside() throws IOException {
        hand.act(() -> window.transcript().messages().getLast().actions().get().stream()
                .filter(action -> action.kind() == MessageAction.Kind.REGENERATE_WITH).findFirst().orElseThrow().run()
                .run());
        hand.pause(100);
        hand.press(KeyCode.DOWN);
        hand.press(KeyCode.ENTER);
        boolean two = hand.until(PATIENCE, () -> window.chat().beside().pair().get() != null);
        asking.ended();
        camera.picture("beside-dark");
        report.step("beside", two, Map.of(), Texts.get("tour.beside"));
        hand.act(() -> window.chat().beside().close());
    }

    /** The parameters with some of them set; then as they were. */
    void parameters() throws IOException {
        var parameters = window.chat().parameters();
        hand.act(() -> {
            window.toggleParameters();
            parameters.systemPrompt().set(Texts.get("tour.system"));
            parameters.temperature().set(0.2);
            parameters.seed().set(Tour.SEED);
        });
        boolean sent = hand.until(PATIENCE, () -> Double.valueOf(0.2).equals(parameters.current().temperature()));
        camera.picture("parameters-dark");
        report.step("parameters", sent, Map.of(), Texts.get("tour.parameters"));
        hand.act(() -> {
            parameters.systemPrompt().set("");
            parameters.temperature().set(null);
            parameters.seed().set(null);
            window.toggleParameters();
        });
    }

    /** Some more conversations, one word of them searched for, and back to the first. */
    void search() throws IOException {
        var first = hand.ask(() -> window.chat().conversation().get().id());
        for (var key : QUESTIONS) {
            hand.act(() -> window.chat().newChat());
            asking.ask(Texts.get(key));
        }
        hand.act(() -> {
            window.chat().open(first);
            field().setText(Texts.get("tour.search"));
        });
        hand.until(PATIENCE, () -> first.equals(window.chat().conversation().get().id()));
        boolean found = hand.until(PATIENCE, () -> hits() > 0);
        camera.picture("search-dark");
        int places = hand.ask(this::hits);
        report.step("search", found, Map.of("places", places), Texts.get("tour.found", QUESTIONS.size() + 1, places));
        hand.act(() -> field().setText(""));
    }

    private void begun() {
        if (!hand.until(PATIENCE, () -> window.chat().running().get())) {
            throw new IllegalStateException("no reply began");
        }
    }

    private TextField field() {
        return (TextField) window.scene().lookup(".history-search .text-input");
    }

    /** Places shown in the list of what was found; 0 while that is not there. */
    private int hits() {
        return window.scene().getRoot().lookupAll(".history .found").stream().filter(node -> node.isVisible())
                .mapToInt(node -> ((ListView<?>) node).getItems().size()).sum();
    }
}
