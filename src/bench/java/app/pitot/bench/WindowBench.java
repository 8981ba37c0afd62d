package app.pitot.bench;

import app.pitot.ui.theme.ThemeManager;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How smooth one long reply is. Arguments: tokens (default 100,000), tokens per second (default 3,000). In one run: an
 * empty view, the transcript alone and four and eight times side by side, the whole window, and for a short while a text area
 * that is appended to for each token.
 */
public final class WindowBench {
    static final int WIDTH = 1_200;
    static final int HEIGHT = 800;
    private static final int NAIVE_TOKENS = 15_000;
    private static final int PANE_TOKENS = 30_000;
    private static final long EMPTY_NANOS = 5_000_000_000L;

    private final int perSecond;

    WindowBench(int perSecond) {
        this.perSecond = perSecond;
    }

    public static void main(String[] args) throws InterruptedException {
        int tokens = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        var bench = new WindowBench(perSecond);
        try {
            System.out.println(PulseStats.HEADER);
            System.out.println(bench.empty().row("empty view", null));
            System.out.println(bench.panes(1, tokens, "transcript, cold"));
            System.out.println(bench.panes(1, tokens, "transcript, warm"));
            for (int count : new int[]{4, 8}) {
                int each = Math.min(tokens, PANE_TOKENS);
                System.out.println(bench.panes(count, each, count + " transcripts of " + each + " tokens each"));
            }
            System.out.println(bench.window(tokens));
            System.out.println(bench.naive(Math.min(tokens, NAIVE_TOKENS)));
        } finally {
            // Else a bench that throws would never end.
            Platform.exit();
        }
    }

    private PulseStats empty() throws InterruptedException {
        var stats = new PulseStats();
        var stage = new Stage[1];
        onFx(() -> stage[0] = show(new StackPane()));
        onFx(stats::start);
        Thread.sleep(EMPTY_NANOS / 1_000_000);
        onFx(stats::stop);
        onFx(stage[0]::hide);
        return stats;
    }

    /** So many replies side by side, each at the full rate. */
    String panes(int count, int tokens, String name) throws InterruptedException {
        var stats = new PulseStats();
        var panes = new ArrayList<Pane>();
        var left = new CountDownLatch(count);
        var stage = new Stage[1];
        onFx(() -> {
            var row = new HBox();
            for (int i = 0; i < count; i++) {
                var pane = new Pane(new Feed(MarkdownText.of(tokens), perSecond), left::countDown);
                HBox.setHgrow(pane.view(), Priority.ALWAYS);
                pane.view().setPrefWidth((double) WIDTH / count);
                row.getChildren().add(pane.view());
                panes.add(pane);
            }
            stage[0] = show(row);
            stats.start();
            stats.each(() -> panes.forEach(Pane::pulse));
            stage[0].getScene().addPostLayoutPulseListener(() -> panes.forEach(Pane::laidOut));
        });
        panes.forEach(Pane::begin);
        left.await();
        onFx(stats::stop);
        onFx(stage[0]::hide);
        return stats.row(name, Lag.of(panes.stream().map(Pane::lags).toList()));
    }

    /** The app's own window over HTTP: instruments, gauges and all. */
    private String window(int tokens) throws InterruptedException {
        var stats = new PulseStats();
        var whole = WholeWindow.open(perSecond);
        onFx(() -> {
            stats.each(whole::pulse);
            stats.start();
        });
        whole.ask(tokens);
        onFx(stats::stop);
        whole.close();
        return stats.row("the whole window, over HTTP", whole.lags());
    }

    private String naive(int tokens) throws InterruptedException {
        var text = MarkdownText.of(tokens);
        var stats = new PulseStats();
        var area = new TextArea();
        var stage = new Stage[1];
        var lags = new Lag();
        onFx(() -> {
            area.setWrapText(true);
            stage[0] = show(area);
            stats.start();
        });
        var done = new CountDownLatch(1);
        var feed = new Feed(text, perSecond);
        feed.each((token, last) -> Platform.runLater(() -> {
            area.appendText(token);
            lags.arrived(System.nanoTime());
            if (last) {
                done.countDown();
            }
        }));
        var ended = feed.startAndJoin();
        done.await();
        lags.add(System.nanoTime() - ended);
        onFx(stats::stop);
        onFx(stage[0]::hide);
        return stats.row("TextArea.appendText per token, " + tokens, lags);
    }

    static Stage show(Parent root) {
        var stage = new Stage();
        var scene = new Scene(root, WIDTH, HEIGHT);
        new ThemeManager(new SimpleObjectProperty<>(ColorScheme.DARK), new SimpleObjectProperty<>(true),
                Application::setUserAgentStylesheet).apply(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** Runs {@code work} on the JavaFX thread and waits for its end. @throws CompletionException if it throws */
    static void onFx(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
