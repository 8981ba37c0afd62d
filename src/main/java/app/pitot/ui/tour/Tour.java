package app.pitot.ui.tour;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.ui.Core;
import app.pitot.ui.common.PngBytes;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.shell.MainWindow;
import app.pitot.store.Theme;
import app.pitot.ui.theme.ThemeManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The first minutes with the app, without hands: asks the simulator two questions, watches the speed and the gauges,
 * has one answered again and by another model, searches, looks at the models and the settings, runs into a limit, looks
 * behind its gauge, waits it out, and lets two models race. The window is the real one. Runs on a thread of its own, never on the JavaFX thread.
 */
public final class Tour {
    /** Of the simulator, so that two tours show the same replies. */
    public static final long SEED = 7;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    /** Tokens after which a running reply is looked at: enough to have a speed, and enough left to be running still. */
    private static final int UNDER_WAY = 600;
    /** The dial and the bars ease to their places in less. */
    static final long EASED_MS = 250;

    private final Core core;
    private final FxThread fx;
    private final Path folder;
    private final TourReport report;
    private final Stagehand hand;
    private final PrintWriter out;
    private String stage = "open";
    private MainWindow window;
    private ThemeManager themes;

    public Tour(Core core, FxThread fx, Path folder, PrintWriter out) {
        this.core = core;
        this.fx = fx;
        this.folder = folder;
        this.out = out;
        this.report = new TourReport(out);
        this.hand = new Stagehand(fx, core.clocks());
    }

    /**
     * Goes through every step. What is thrown on the way ends the tour as a failed step; {@code tour.json} is written in
     * any case.
     *
     * @return true only if every step worked
     * @throws IOException if the folder or the report in it cannot be written; the message says so
     */
    public boolean run() throws IOException {
        TourFolder.prepare(folder);
        out.println(Texts.get("tour.title"));
        var ended = false;
        try {
            steps();
            ended = true;
        } catch (IOException | RuntimeException e) {
            report.failed(stage, e);
            ended = true;
        } finally {
            if (!ended) {
                report.failed(stage, null);
            }
            report.write(folder.resolve("tour.json"));
        }
        hand.act(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        out.println(Texts.get(report.worked() ? "tour.worked" : "tour.failed", folder));
        return report.worked();
    }

    private void steps() throws IOException {
        open();
        stage = "first reply";
        firstReply();
        stage = "second turn";
        secondTurn();
        picture("chat-dark");
        var playing = new Playing(hand, report, window, asking(), this::picture);
        stage = "versions";
        playing.versions();
        stage = "beside";
        playing.beside();
        stage = "parameters";
        playing.parameters();
        stage = "search";
        playing.search();
        var sights = new Sights(hand, report, window, this::picture);
        stage = "models";
        sights.models();
        hand.act(() -> themes.themeProperty().set(Theme.LIGHT));
        picture("chat-light");
        stage = "settings";
        sights.settings();
        var limits = new Limits(hand, report, window, core, asking(), this::picture);
        stage = "limit";
        limits.limit();
        stage = "details";
        limits.details(folder.resolve("details-light.png"));
        stage = "after the wait";
        limits.waiting();
        stage = "requests";
        sights.requests();
        stage = "compare";
        new Racing(hand, report, window, this::picture).race();
    }

    private Playing.Asking asking() {
        return new Playing.Asking() {
            @Override
            public void ask(String question) {
                send(question);
                Tour.this.ended();
            }

            @Override
            public void ended() {
                Tour.this.ended();
            }
        };
    }

    private void open() throws IOException {
        hand.act(() -> {
            themes = ThemeManager.ofPlatform();
            themes.themeProperty().set(Theme.DARK);
            var stage = new Stage();
            window = new MainWindow(stage, core, themes, fx);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            window.show();
        });
        boolean ready = hand.until(PATIENCE, () -> window.picker().selected().get() != null
                && window.picker().selected().get().listed());
        var model = hand.ask(() -> window.picker().selected().get());
        report.step("open", ready, Map.of("model", model.model().id(), "account", model.account().provider().name()),
                Texts.get("tour.open", model.account().provider().name(), model.model().id()));
        picture("start-dark");
    }

    private void firstReply() throws IOException {
        var model = hand.ask(() -> window.picker().selected().get());
        send(Texts.get("tour.question"));
        boolean streamed = hand.until(PATIENCE, () -> window.chat().liveTokens() > UNDER_WAY);
        picture("streaming-dark");
        var result = ended();
        var facts = facts(result);
        facts.put("sawItStream", streamed);
        var server = result.speed().serverTokensPerSecond();
        var speed = result.speed().outputTokensPerSecond();
        boolean agrees = speed != null && server != null && Math.abs(speed / server - 1) < 0.05;
        report.step("first reply", streamed && agrees && result.outcome() == Outcome.COMPLETE, facts,
                Texts.get("tour.reply", model.model().id(), Format.count(result.speed().outputTokens()),
                        Format.speed(speed), Format.duration(result.speed().ttftMs()), Format.speed(server)));
    }

    private void secondTurn() {
        var before = hand.ask(() -> window.chat().last().get().usage().promptTokens());
        send(Texts.get("tour.question.second"));
        var result = ended();
        var usage = result.usage();
        boolean remembered = usage != null && usage.promptTokens() > before;
        report.step("second turn", remembered && result.outcome() == Outcome.COMPLETE, facts(result),
                Texts.get("tour.turn", Format.count(usage == null ? null : usage.promptTokens()),
                        gauge(result, "RPM"), gauge(result, "TPM")));
    }

    /** Puts the question into the composer and presses Enter there. */
    private void send(String question) {
        hand.act(() -> {
            window.chat().draft().set(question);
            window.focusComposer();
        });
        hand.pause(50);
        hand.press(KeyCode.ENTER);
        if (!hand.until(Duration.ofSeconds(5), () -> window.chat().running().get())) {
            throw new IllegalStateException("Enter in the composer did not send");
        }
    }

    private ExchangeResult ended() {
        if (!hand.until(PATIENCE, () -> !window.chat().running().get())) {
            hand.act(() -> window.chat().stop());
            hand.until(PATIENCE, () -> !window.chat().running().get());
        }
        return hand.ask(() -> window.chat().last().get());
    }

    private void picture(String name) throws IOException {
        hand.pause(EASED_MS);
        Files.write(folder.resolve(name + ".png"), PngBytes.of(hand.ask(() -> window.scene().snapshot(null))));
    }

    private static String gauge(ExchangeResult result, String shortName) {
        return result.quota().windows().stream()
                .filter(w -> app.pitot.quota.WindowLabels.shortName(w.metric(), w.period()).equals(shortName))
                .findFirst()
                .map(w -> shortName + " " + Format.count(w.remaining()) + " / " + Format.count(w.limit()))
                .orElse(shortName + " " + Format.UNKNOWN);
    }

    static Map<String, Object> facts(ExchangeResult result) {
        var facts = new HashMap<String, Object>();
        var speed = result.speed();
        facts.put("outcome", result.outcome().name());
        facts.put("outputTokensPerSecond", speed.outputTokensPerSecond());
        facts.put("serverOutputTokensPerSecond", speed.serverTokensPerSecond());
        facts.put("ttftMs", speed.ttftMs());
        facts.put("outputTokens", speed.outputTokens());
        facts.put("promptTokens", result.usage() == null ? null : result.usage().promptTokens());
        facts.put("requestsPerMinute", gauge(result, "RPM"));
        facts.put("tokensPerMinute", gauge(result, "TPM"));
        return facts;
    }
}
