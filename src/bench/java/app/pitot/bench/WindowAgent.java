package app.pitot.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;

/**
 * Looks into the packaged app from within, which is started as users start it but for this. Obeys lines from a local port:
 * {@code record WORD} begins, and once WORD was painted a line of figures goes back.
 */
public final class WindowAgent {
    private static final long WAIT_NANOS = 20_000_000;

    private WindowAgent() {}

    /** @param port where {@link WholeWindowBench} listens */
    public static void premain(String port, Instrumentation instrumentation) {
        var graphics = ModuleLayer.boot().findModule("javafx.graphics").orElse(null);
        if (graphics == null) {
            // The start script only asks for Java's version.
            return;
        }
        instrumentation.redefineModule(graphics, Set.of(),
                Map.of("com.sun.javafx.tk", Set.of(WindowAgent.class.getModule())), Map.of(), Set.of(), Map.of());
        Thread.ofPlatform().daemon().start(() -> obey(Integer.parseInt(port)));
    }

    private static void obey(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            var watch = watch();
            out.println(watch.place());
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.substring(line.indexOf(' ') + 1);
                Platform.runLater(() -> watch.record(word, out::println));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As soon as there is a window with something to type into. */
    private static WindowWatch watch() {
        while (true) {
            LockSupport.parkNanos(WAIT_NANOS);
            try {
                var found = new CompletableFuture<WindowWatch>();
                Platform.runLater(() -> found.complete(Window.getWindows().stream().map(WindowWatch::of)
                        .filter(watch -> watch != null).findFirst().orElse(null)));
                if (found.join() != null) {
                    return found.join();
                }
            } catch (IllegalStateException notYet) {
                // JavaFX has not started.
                continue;
            }
        }
    }

    /** Calls back on the JavaFX thread when the pulse that is being laid out has been handed to the screen. */
    static void afterPaint(Runnable work) {
        // Behind this pulse the frame lies with the renderer, whose queue is in order; what it painted is put onto the
        // screen by the JavaFX thread, whose queue is in order too.
        Platform.runLater(() -> Toolkit.getToolkit().addRenderJob(new RenderJob(() -> Platform.runLater(work))));
    }
}
