package app.pitot.ui.tour;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Mode;
import app.pitot.ui.common.Format;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.compare.RunModel;
import app.pitot.ui.shell.MainWindow;
import app.pitot.ui.shell.View;
import app.pitot.ui.tour.Sights.Camera;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;

/** Two models race for the same prompt, and what was measured is looked at. */
final class Racing {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stagehand hand;
    private final TourReport report;
    private final MainWindow window;
    private final Camera camera;

    Racing(Stagehand hand, TourReport report, MainWindow window, Camera camera) {
        this.hand = hand;
        this.report = report;
        this.window = window;
        this.camera = camera;
    }

    /** The lanes that are there at a first visit; then back to the chat. */
    void race() throws IOException {
        hand.act(() -> window.navigator().go(View.COMPARE));
        boolean ready = hand.until(PATIENCE, () -> model().setup().lanes().size() >= 2);
        hand.act(() -> {
            model().setup().mode().set(Mode.RACE);
            model().setup().prompt().set(Texts.get("tour.question.race"));
        });
        hand.pause(50);
        hand.press(KeyCode.CONTROL, KeyCode.ENTER);
        boolean ran = hand.until(PATIENCE, () -> model().run().state().get() == RunModel.State.ENDED);
        hand.pause(Tour.EASED_MS);
        camera.picture("compare-light");
        var shown = hand.ask(() -> model().run().shown().get());
        var speeds = shown == null ? List.<Double>of() : speeds(shown);
        boolean both = shown != null && speeds.size() == shown.lanes().size();
        report.step("compare", ready && ran && both, facts(speeds),
                Texts.get("tour.race", speeds.size(), Format.speed(most(speeds))));
        hand.act(() -> window.navigator().go(View.CHAT));
    }

    private CompareModel model() {
        return window.compare();
    }

    private static List<Double> speeds(Comparison run) {
        return run.samples().stream().filter(sample -> sample.counts())
                .map(sample -> sample.speed().outputTokensPerSecond()).filter(speed -> speed != null).toList();
    }

    private static Double most(List<Double> speeds) {
        return speeds.stream().max(Double::compare).orElse(null);
    }

    private static Map<String, Object> facts(List<Double> speeds) {
        var facts = new HashMap<String, Object>();
        facts.put("outputTokensPerSecond", speeds);
        return facts;
    }
}
