package app.pitot.ui;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.cli.Launcher;
import app.pitot.cli.WindowOptions;
import app.pitot.exchange.WarmUp;
import app.pitot.store.StoreProblem;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.shell.MainWindow;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.ui.tour.Tour;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window, or the tour where there is no display. */
public final class DesktopLauncher implements Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopLauncher.class);
    private static final Path TOUR = Path.of("target", "tour");

    private final PrintWriter out;
    private final PrintWriter err;

    public DesktopLauncher(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int window(WindowOptions options) {
        if (Display.missing()) {
            if (options.tourWithoutDisplay()) {
                out.println(Texts.get("launch.tour.instead"));
                return tour(TOUR);
            }
            err.println(Texts.get("launch.no.display"));
            return 1;
        }
        var closed = new CompletableFuture<Void>();
        var early = new AtomicReference<StoreProblem>();
        var listener = new AtomicReference<java.util.function.Consumer<StoreProblem>>(early::set);
        try (var composition = new Composition(options.account(), options.plan(), options.modelId(),
                Clocks.system().now().toEpochMilli(),
                problem -> listener.get().accept(problem))) {
            var fx = new FxThread(failure -> LOG.error("a defect on the JavaFX thread", failure));
            start(() -> open(options, composition.core(), fx, listener, early, closed));
            closed.join();
            fx.shutdown();
            Platform.exit();
            return 0;
        } catch (IOException e) {
            err.println(Texts.get("launch.no.port", e.getMessage()));
        } catch (UnsupportedOperationException | LinkageError e) {
            LOG.debug("the toolkit did not start", e);
            err.println(Texts.get("launch.no.toolkit", String.valueOf(e.getMessage())));
        } catch (CompletionException e) {
            LOG.error("the window could not be opened", e.getCause());
            err.println(Texts.get("launch.broken", String.valueOf(e.getCause().getMessage())));
        }
        return 1;
    }

    @Override
    public int tour(Path outDir) {
        Display.headless();
        try (var home = new TemporaryHome();
                var composition = new Composition(home.path(), null, null, null, Tour.SEED,
                        problem -> LOG.warn("{}", problem.message()))) {
            var fx = new FxThread(failure -> LOG.error("a defect on the JavaFX thread", failure));
            start(() -> {});
            WarmUp.run(composition.core().client());
            boolean worked = new Tour(composition.core(), fx, outDir, out).run();
            fx.shutdown();
            Platform.exit();
            return worked ? 0 : 1;
        } catch (IOException e) {
            err.println(Texts.get("launch.tour.failed", e.getMessage()));
            return 1;
        }
    }

    private static void open(WindowOptions options, Core core, FxThread fx,
            AtomicReference<java.util.function.Consumer<StoreProblem>> listener, AtomicReference<StoreProblem> early,
            CompletableFuture<Void> closed) {
        try {
            var settings = core.settings().load();
            var themes = ThemeManager.ofPlatform();
            themes.themeProperty().set(options.theme() == null ? settings.theme() : options.theme());
            var stage = new Stage();
            var window = new MainWindow(stage, core, themes, fx);
            listener.set(problem -> fx.execute(() -> window.problem(problem.message())));
            if (early.get() != null) {
                window.problem(early.get().message());
            }
            window.restore(settings);
            stage.setOnHiding(_ -> {
                window.chat().stop();
                var saved = window.remember(core.settings().load());
                var theme = themes.themeProperty().get();
                // A theme that the command line asked for just this once is not remembered.
                core.settings().save(theme == options.theme() ? saved : saved.withTheme(theme));
            });
            stage.setOnHidden(_ -> closed.complete(null));
            window.show();
            // After the first frame: nobody types a question within the few tenths of a second that it takes.
            Thread.ofVirtual().name("warm-up").start(() -> WarmUp.run(core.client()));
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static void start(Runnable then) {
        Platform.setImplicitExit(false);
        Platform.startup(then);
    }
}
