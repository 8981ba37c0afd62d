package app.pitot.bench;

import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptView;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What replies that nobody writes cost the JavaFX thread of the whole window, in CPU time: the dearest pulse while they
 * arrive as fast as they are read, a key afterwards, and the dearest step of the wheel. Argument: only samples whose name
 * holds it.
 */
public final class HostileBench {
    private static final Map<String, String> SAMPLES = samples();
    private static final int CHUNK = 400;
    private static final int KEYS = 20;
    private static final List<KeyCode> MOVES = List.of(KeyCode.HOME, KeyCode.PAGE_DOWN, KeyCode.TAB, KeyCode.A,
            KeyCode.UP, KeyCode.END, KeyCode.PAGE_UP);
    private static final int STEPS = 60;

    /** Fifty tokens with 20 others each, behind the finish reason. */
    private static final String CHANCES = "null,\"logprobs\":{\"content\":["
            + chance(",\"top_logprobs\":[" + chance("").concat(",").repeat(19) + chance("") + "]").concat(",")
                    .repeat(49)
            + chance("") + "]}";

    private final WholeWindow whole;
    private final TranscriptView transcript;

    private HostileBench(WholeWindow whole) {
        this.whole = whole;
        this.transcript = (TranscriptView) whole.window().scene().lookup(".transcript");
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/chat/completions", HostileBench::reply);
        http.start();
        try {
            var whole = WholeWindow.open(() -> http.stop(0), "http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
            var bench = new HostileBench(whole);
            var thrown = new AtomicReference<Throwable>();
            WindowBench.onFx(() -> Thread.currentThread()
                    .setUncaughtExceptionHandler((thread, problem) -> thrown.compareAndSet(null, problem)));
            bench.measure("words, for the compilers", SAMPLES.get("words, for the compilers"));
            System.out.println(
                    """
                            | reply | characters | rows | shown after s | dearest task ms | key p50 ms | key longest ms | dearest of Home, End, Page Up, Tab ... ms | dearest wheel step ms |
                            |---|---|---|---|---|---|---|---|---|""");
            for (var sample : SAMPLES.entrySet()) {
                if (args.length == 0 || sample.getKey().contains(args[0])) {
                    System.out.println(bench.measure(sample.getKey(), sample.getValue()));
                    if (thrown.get() != null) {
                        // What is measured behind it would be a window that no longer works.
                        throw new IllegalStateException("the window failed", thrown.get());
                    }
                }
            }
            whole.close();
        } finally {
            Platform.exit();
        }
    }

    private static String chance(String more) {
        return "{\"token\":\" word\",\"logprob\":-1.25,\"bytes\":[32,119,111,114,100]" + more + "}";
    }

    /** The sample that the question names, as fast as it is read. */
    private static void reply(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var text = SAMPLES.entrySet().stream().filter(sample -> asked.contains("<" + sample.getKey() + ">"))
                    .findFirst().orElseThrow().getValue();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (int from = 0; from < text.length(); from += CHUNK) {
                out.write(ReplyServer.event("{\"content\":"
                        + ReplyServer.quoted(text.substring(from, Math.min(text.length(), from + CHUNK))) + "}",
                        asked.contains("probabilities") ? CHANCES : "null", ""));
            }
            out.write(ReplyServer.event("{}", "\"stop\"", ""));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> samples() {
        var all = new LinkedHashMap<String, String>();
        all.put("words, for the compilers", "plain *words* and `code`. ".repeat(4_000));
        all.put("10,000 links in one paragraph", "[a](https://example.org) ".repeat(10_000));
        all.put("10,000 bare links", "https://example.org/a ".repeat(10_000));
        all.put("10,000 links, a line each", "- [a](https://example.org)\n".repeat(10_000));
        all.put("100,000 marks of emphasis", "*a* ".repeat(50_000));
        all.put("100,000 marks without words", "*a**b_c_".repeat(25_000));
        all.put("100,000 opening marks", "*a ".repeat(100_000));
        all.put("a fence of 5 MB", "```java\n" + "int a = b(\"c\"); // d\n".repeat(250_000) + "```\n");
        all.put("a fence of 5 MB in one line", "```json\n" + "[1, ".repeat(1_250_000) + "\n```\n");
        all.put("a table of 10,000 rows", "| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(10_000));
        all.put("20,000 tokens with the probabilities of 20 others", "w ".repeat(200_000));
        all.put("a million backticks", "`".repeat(1_000_000));
        all.put("10,000 quotes in each other", ">".repeat(10_000) + " deep");
        all.put("1 MB in one line", "x".repeat(1_000_000));
        return all;
    }

    private String measure(String name, String text) throws InterruptedException {
        WindowBench.onFx(() -> whole.window().chat().newChat());
        var dearest = new double[1];
        var over = new AtomicBoolean();
        var watch = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                dearest[0] = Math.max(dearest[0], turn(() -> {}));
            }
        });
        long begun = System.nanoTime();
        whole.ask("<" + name + ">");
        while (!shown()) {
            Thread.sleep(5);
        }
        double shown = (System.nanoTime() - begun) / 1e9;
        over.set(true);
        watch.join();
        var keys = new double[KEYS];
        for (int i = 0; i < KEYS; i++) {
            char letter = (char) ('a' + i);
            keys[i] = turn(() -> key(letter));
        }
        Arrays.sort(keys);
        double moves = 0;
        for (var code : MOVES) {
            moves = Math.max(moves, turn(() -> {
                transcript.requestFocus();
                press(transcript, code);
            }));
        }
        double wheel = 0;
        for (int i = 0; i < STEPS; i++) {
            wheel = Math.max(wheel, turn(() -> wheel(200)));
        }
        return String.format("| %s | %,d | %,d | %.1f | %.0f | %.1f | %.0f | %.0f | %.0f |", name, text.length(),
                transcript.model().rows().size(), shown, dearest[0], keys[KEYS / 2], keys[KEYS - 1], moves, wheel);
    }

    private boolean shown() {
        return CompletableFuture.supplyAsync(() -> transcript.model().messages().getLast() instanceof ReplyRows reply
                && reply.finished(), Platform::runLater).join();
    }

    /** CPU milliseconds of the JavaFX thread for {@code work} and all that comes in the 20 ms after it began. */
    private static double turn(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new long[1];
        WindowBench.onFx(() -> {
            cpu[0] = threads.getCurrentThreadCpuTime();
            work.run();
        });
        LockSupport.parkNanos(20_000_000);
        WindowBench.onFx(() -> cpu[0] = threads.getCurrentThreadCpuTime() - cpu[0]);
        return cpu[0] / 1e6;
    }

    private void key(char letter) {
        whole.window().focusComposer();
        var focused = whole.window().scene().getFocusOwner();
        var typed = String.valueOf(letter);
        Event.fireEvent(focused,
                new KeyEvent(KeyEvent.KEY_PRESSED, typed, typed, KeyCode.A, false, false, false, false));
        Event.fireEvent(focused,
                new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private static void press(Node target, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, code == KeyCode.A,
                code == KeyCode.UP, false));
    }

    private void wheel(double by) {
        var target = transcript.lookup(".virtual-flow");
        Event.fireEvent(target == null ? transcript.getChildrenUnmodifiable().getFirst() : target,
                new ScrollEvent(ScrollEvent.SCROLL, 300, 300, 300, 300, false, false, false, false, false, false, 0, by,
                        0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE,
                        0, 0, null));
    }
}
