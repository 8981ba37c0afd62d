package app.pitot.ui;

import app.pitot.accounts.Household;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.cli.Launcher;
import app.pitot.cli.WindowOptions;
import app.pitot.instance.NextWindow;
import app.pitot.instance.WindowClaim;
import app.pitot.instance.WindowClaim.Patience;
import app.pitot.instance.WindowClaims;
import app.pitot.provider.Catalogue;
import app.pitot.store.Settings;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window, or the tour where there is no display. */
public final class DesktopLauncher implements Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopLauncher.class);
    private static final Path TOUR = Path.of("target", "tour");

    /** How long closing waits for a stopped reply to be recorded. */
    private static final long CLOSING_MS = 2_000;

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
        var claim = options.newWindow()
                ? WindowClaims.takeIfFree(options.folders().data(), options.wish())
                : WindowClaims.take(options.folders().data(), options.wish(), Clocks.system(), Patience.USUAL);
        return switch (claim) {
            case WindowClaim.Forward _ -> {
                out.println(Texts.get("launch.forward"));
                yield 0;
            }
            case WindowClaim.Silent silent -> {
                err.println(silent.process() < 0
                        ? Texts.get("launch.silent.unknown")
                        : Texts.get("launch.silent", String.valueOf(silent.process())));
                yield 1;
            }
            case WindowClaim.Beside _ -> {
                try (var next = NextWindow.behind(options.folders().data(), options.wish())) {
                    yield open(options, next::window);
                }
            }
            case WindowClaim.Mine mine -> {
                try (var first = mine.first()) {
                    yield open(options, first::window);
                }
            }
        };
    }

    /** @param listen takes what brings the window forward */
    private int open(WindowOptions options, Consumer<Supplier<CompletionStage<?>>> listen) {
        var problems = new ProblemRelay();
        // The clock as seed: every start shows other replies.
        var clocks = Clocks.system();
        var catalogue = Catalogue.shipped();
        var household = Household.open(options.folders(), catalogue, System::getenv, clocks, problems);
        try (var composition = new Composition(household, catalogue, options.account(), options.accountId(),
                options.plan(),
                options.modelId(),
                clocks.now().toEpochMilli(), problems)) {
            var fx = new FxThread(failure -> LOG.error("a defect on the JavaFX thread", failure));
            var left = new CompletableFuture<UnaryOperator<Settings>>();
            Platform.setImplicitExit(false);
            Platform.startup(() -> open(options, composition, fx, problems, listen, left));
            composition.save(left.join());
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
                var composition = apart(home.path())) {
            var fx = new FxThread(failure -> LOG.error("a defect on the JavaFX thread", failure));
            Platform.setImplicitExit(false);
            Platform.startup(() -> {});
            composition.warmUp();
            boolean worked = new Tour(composition.core(), fx, outDir, out).run();
            fx.shutdown();
            Platform.exit();
            return worked ? 0 : 1;
        } catch (IOException | IllegalStateException e) {
            err.println(Texts.get("launch.tour.failed", String.valueOf(e.getMessage())));
        } catch (CompletionException e) {
            LOG.debug("the tour broke off", e.getCause());
            err.println(Texts.get("launch.tour.failed", String.valueOf(e.getCause().getMessage())));
        }
        return 1;
    }

    /** A house that leaves nothing behind and knows none of the user's keys. */
    private static Composition apart(Path folder) throws IOException {
        Consumer<StoreProblem> problems = problem -> LOG.warn("{}", problem.message());
        var catalogue = Catalogue.shipped();
        return new Composition(Household.apart(folder, catalogue, Clocks.system(), problems), catalogue, null, null,
                null,
                null, Tour.SEED, problems);
    }

    /** Shows the window; {@code left} completes with what to remember once it is closed. JavaFX thread. */
    private static void open(WindowOptions options, Composition composition, FxThread fx, ProblemRelay problems,
            Consumer<Supplier<CompletionStage<?>>> listen, CompletableFuture<UnaryOperator<Settings>> left) {
        var core = composition.core();
        try {
            var themes = ThemeManager.ofPlatform();
            themes.themeProperty().set(options.theme() == null ? core.settings().theme() : options.theme());
            var stage = new Stage();
            var window = new MainWindow(stage, core, themes, fx);
            problems.to(problem -> fx.execute(() -> window.problem(problem)));
            window.restore(core.settings());
            window.corner().onQuit(() -> {
                var now = window.remember(core.settings());
                var theme = themes.themeProperty().get();
                // A theme that the command line asked for just this once is not remembered.
                UnaryOperator<Settings> change = settings -> {
                    var placed = now.apply(settings);
                    return theme == options.theme() ? placed : placed.withTheme(theme);
                };
                window.close().thenAccept(_ -> left.complete(change));
                left.completeOnTimeout(change, CLOSING_MS, TimeUnit.MILLISECONDS);
            });
            window.show();
            window.corner().useTray(fx);
            listen.accept(() -> CompletableFuture.runAsync(window::bringForward, fx));
            // After the first frame: nobody types a question within the few tenths of a second that it takes.
            Thread.ofVirtual().name("warm-up").start(composition::warmUp);
        } catch (RuntimeException | Error e) {
            left.completeExceptionally(e);
        }
    }
}
