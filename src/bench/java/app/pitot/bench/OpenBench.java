package app.pitot.bench;

import app.pitot.base.Ticker;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.ui.transcript.Details;
import app.pitot.ui.transcript.Entry;
import app.pitot.ui.transcript.Figure;
import app.pitot.ui.transcript.Message;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.TranscriptView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How fast a long conversation opens, scrolls and lets one type, and what it holds. Arguments: messages (default 1,000),
 * each of about 2 KB of Markdown with code and tables.
 */
public final class OpenBench {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;
    private static final int TOKENS_EACH = 512;
    private static final int SCROLL_MS = 6_000;
    private static final int KEYS = 200;
    private static final int HELD_TOKENS = 200_000;

    private final List<Entry> entries;

    private OpenBench(int messages) {
        this.entries = entries(messages);
    }

    public static void main(String[] args) throws InterruptedException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        var bench = new OpenBench(args.length > 0 ? Integer.parseInt(args[0]) : 1_000);
        System.out.println("| what | figure |\n|---|---|");
        row("heap of %,d tokens of transcript", "%d MB", HELD_TOKENS, heap());
        for (int i = 1; i <= 3; i++) {
            bench.open(i);
        }
        bench.scroll();
        bench.type();
        Platform.exit();
    }

    private static List<Entry> entries(int messages) {
        var text = String.join("", MarkdownText.of(TOKENS_EACH * messages));
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < messages; i++) {
            var part = text.substring(4 * TOKENS_EACH * i, 4 * TOKENS_EACH * (i + 1));
            // A cut fence would swallow the rest of the message; each one is whole like a real one.
            var whole = part.split("```", -1).length % 2 == 0 ? part + "\n```\n" : part;
            entries.add(i % 2 == 0
                    ? new Entry.Asked(whole, List.of())
                    : new Entry.Replied("bench", whole, "", "", List.of(Figure.of("3,000", "tok/s", null)),
                            Details.NONE, List.of()));
        }
        return entries;
    }

    /** From the call to the end of the first pulse in which the end is laid out, and to the pulse when all rows are there. */
    private void open(int round) throws InterruptedException {
        var seen = new CountDownLatch(1);
        var all = new CountDownLatch(1);
        var times = new long[3];
        var stage = new Stage[1];
        WindowBench.onFx(() -> {
            var model = new TranscriptModel(Ticker.system(), new PulseTurns());
            stage[0] = show(new TranscriptView(model, address -> {}));
            times[0] = System.nanoTime();
            model.show(entries);
            times[1] = System.nanoTime();
            stage[0].getScene().addPostLayoutPulseListener(() -> {
                if (seen.getCount() > 0) {
                    times[1] = System.nanoTime();
                    seen.countDown();
                } else if (model.placed() && all.getCount() > 0) {
                    times[2] = System.nanoTime();
                    all.countDown();
                }
            });
        });
        seen.await();
        all.await();
        WindowBench.onFx(stage[0]::hide);
        row("open, round %d: the end is laid out after, all rows are made after", "%.0f ms, %.0f ms", round,
                (times[1] - times[0]) / 1e6, (times[2] - times[0]) / 1e6);
    }

    private void scroll() throws InterruptedException {
        var empty = new PulseStats();
        var stage = new Stage[1];
        WindowBench.onFx(() -> stage[0] = show(new StackPane()));
        WindowBench.onFx(empty::start);
        Thread.sleep(SCROLL_MS);
        WindowBench.onFx(empty::stop);
        WindowBench.onFx(stage[0]::hide);
        System.out.println(PulseStats.HEADER);
        System.out.println(empty.row("empty view", null));
        for (var name : List.of("wheel, right after opening", "wheel, later")) {
            var stats = new PulseStats();
            WindowBench.onFx(() -> {
                var model = new TranscriptModel(Ticker.system(), new PulseTurns());
                var view = new TranscriptView(model, address -> {});
                stage[0] = show(view);
                model.show(entries);
                if (name.endsWith("later")) {
                    model.placeAll();
                }
                stats.each(() -> wheel(view, 40));
                stats.start();
            });
            Thread.sleep(SCROLL_MS);
            WindowBench.onFx(stats::stop);
            WindowBench.onFx(stage[0]::hide);
            System.out.println(stats.row(name, null));
        }
    }

    private static void wheel(TranscriptView view, double by) {
        var target = view.lookup(".virtual-flow");
        Event.fireEvent(target == null ? view.getChildrenUnmodifiable().getFirst() : target,
                new ScrollEvent(ScrollEvent.SCROLL, 300, 300, 300, 300, false, false, false, false, false, false, 0, by,
                        0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE,
                        0, 0, null));
    }

    private void type() throws InterruptedException {
        var whole = WholeWindow.open(3_000);
        var window = whole.window();
        WindowBench.onFx(() -> ((TranscriptView) window.scene().lookup(".transcript")).model().show(entries));
        Thread.sleep(5_000);
        var times = new double[KEYS];
        for (int i = 0; i < KEYS; i++) {
            int key = i;
            WindowBench.onFx(() -> {
                window.focusComposer();
                var focused = window.scene().getFocusOwner();
                long start = System.nanoTime();
                var letter = String.valueOf((char) ('a' + key % 26));
                Event.fireEvent(focused,
                        new KeyEvent(KeyEvent.KEY_PRESSED, letter, letter, KeyCode.A, false, false, false, false));
                Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false,
                        false, false));
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                times[key] = (System.nanoTime() - start) / 1e6;
            });
            Thread.sleep(20);
        }
        WindowBench.onFx(() -> {
            if (window.chat().draft().get().length() != KEYS) {
                System.out.println("not every key arrived: " + window.chat().draft().get());
            }
        });
        whole.close();
        Arrays.sort(times);
        row("a key typed into the whole window: p50, p95, longest", "%.1f, %.1f, %.1f ms", times[KEYS / 2],
                times[KEYS * 95 / 100], times[KEYS - 1]);
    }

    private static long heap() throws InterruptedException {
        var entries = new ArrayList<List<Entry>>();
        entries.add(entries(HELD_TOKENS / TOKENS_EACH));
        long before = used();
        var held = new ArrayList<List<Message>>();
        var stage = new Stage[1];
        WindowBench.onFx(() -> {
            var model = new TranscriptModel(Ticker.system(), new PulseTurns());
            stage[0] = show(new TranscriptView(model, address -> {}));
            held.add(model.show(entries.getFirst()));
            model.placeAll();
        });
        Thread.sleep(1_000);
        long after = used();
        WindowBench.onFx(stage[0]::hide);
        if (held.getFirst().isEmpty()) {
            throw new IllegalStateException("nothing was held");
        }
        return (after - before) >> 20;
    }

    private static long used() throws InterruptedException {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void row(String what, String figure, Object... values) {
        int named = (int) what.chars().filter(c -> c == '%').count();
        System.out.println("| " + String.format(what, Arrays.copyOf(values, named)) + " | "
                + String.format(figure, Arrays.copyOfRange(values, named, values.length)) + " |");
    }

    private static Stage show(Parent root) {
        var stage = new Stage();
        var scene = new Scene(root, WIDTH, HEIGHT);
        new ThemeManager(new SimpleObjectProperty<>(ColorScheme.DARK), new SimpleObjectProperty<>(true),
                Application::setUserAgentStylesheet).apply(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}
