package app.pitot.ui.common;

import app.pitot.ui.theme.FontsUnavailableException;
import app.pitot.ui.theme.ThemeManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;

/**
 * Base of tests that need the toolkit: starts it once per JVM, runs code on its thread and fails on what that code threw,
 * shows scenes with the app's theme, and hides every window after each test. The only importer of TestFX.
 */
public abstract class FxTest {
    private static final long PATIENCE_S = 30;
    private static boolean started;
    private static String missing;

    private final FxRobot robot = new FxRobot();
    private final List<Throwable> uncaught = new ArrayList<>();
    /** The scheme of the pretended desktop. */
    protected final SimpleObjectProperty<ColorScheme> desktop = new SimpleObjectProperty<>(ColorScheme.DARK);
    /** The pretended desktop's wish for stillness. */
    protected final SimpleObjectProperty<Boolean> reducedMotion = new SimpleObjectProperty<>(true);

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        if (!started) {
            started = true;
            var up = new CountDownLatch(1);
            Platform.startup(() -> {
                try {
                    new ThemeManager(new SimpleObjectProperty<>(ColorScheme.DARK), new SimpleObjectProperty<>(true),
                            _ -> {});
                } catch (FontsUnavailableException e) {
                    missing = e.getMessage();
                } finally {
                    up.countDown();
                }
            });
            Platform.setImplicitExit(false);
            if (!up.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
        }
        Assumptions.assumeTrue(missing == null, missing);
    }

    @AfterEach
    void hideWindows() {
        fx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return null;
        });
        if (!uncaught.isEmpty()) {
            throw new AssertionError("thrown on the JavaFX thread", uncaught.getFirst());
        }
    }

    /** Runs {@code work} on the JavaFX thread and returns what it returned. */
    protected final <T> T fx(Callable<T> work) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> uncaught.add(e));
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return await(done);
    }

    /** Runs {@code work} on the JavaFX thread to its end. */
    protected final void onFx(Runnable work) {
        fx(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until {@code count} pulses have passed, so that layout and painting are done. */
    protected final void pulses(int count) {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- <= 0) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        await(done);
    }

    /** Shows {@code root} in a themed window; the size is that of the scene. */
    protected final Stage show(Callable<? extends Parent> root, double width, double height) {
        var stage = fx(() -> {
            var scene = new Scene(root.call(), width, height);
            theme().apply(scene);
            var window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        pulses(2);
        return stage;
    }

    /** A theme that follows {@link #desktop} and {@link #reducedMotion}. */
    protected final ThemeManager theme() {
        return new ThemeManager(desktop, reducedMotion, javafx.application.Application::setUserAgentStylesheet);
    }

    /** Paints the scene as it stands. */
    protected final Image snapshot(Scene scene) {
        return fx(() -> scene.snapshot(null));
    }

    /** Writes {@code image} as PNG, making the folders on the way. */
    protected static void write(Image image, Path file) {
        var w = (int) image.getWidth();
        var h = (int) image.getHeight();
        var copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < h; y++) {
            for (var x = 0; x < w; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final void click(Node node) {
        robot.clickOn(node);
        pulses(1);
    }

    /** Puts the pointer on {@code node} and moves it a little there, as a hand does. */
    protected final void hover(Node node) {
        robot.moveTo(node);
        robot.moveBy(2, 1);
        pulses(1);
    }

    /** Lets pulses pass until {@code condition}, asked on the JavaFX thread, holds; false if it never does. */
    protected final boolean comes(Callable<Boolean> condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!fx(condition)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pulses(1);
        }
        return true;
    }

    /** Moves the pointer to a point of {@code node}. */
    protected final void moveTo(Node node, double x, double y) {
        robot.moveTo(fx(() -> node.localToScreen(x, y)));
        pulses(1);
    }

    /** Clicks {@code times} in a row at a point of {@code node}, so fast that it counts as one double or triple click. */
    protected final void clicks(Node node, double x, double y, int times) {
        moveTo(node, x, y);
        for (int i = 0; i < times; i++) {
            robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        }
        pulses(1);
    }

    protected final void type(String text) {
        robot.write(text);
        pulses(1);
    }

    protected final void press(KeyCode... keys) {
        robot.push(keys);
        pulses(1);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
