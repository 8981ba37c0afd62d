package app.pitot.bench;

import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.Mode;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.compare.RunModel;
import app.pitot.ui.shell.View;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * How smooth a comparison is. Arguments: tokens of each lane (default 20,000), tokens per second of each (default 3,000). In
 * one run: an empty view, then two, four and eight lanes that race in the app's own window over HTTP, with the simulator in the
 * same process; and how far each lane's measured speed is from the simulator's.
 */
public final class LanesWindowBench {
    private static final long EMPTY_MS = 5_000;

    private LanesWindowBench() {}

    public static void main(String[] args) throws InterruptedException {
        int tokens = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            System.out.println(PulseStats.HEADER);
            System.out.println(empty().row("empty view", null));
            var whole = WholeWindow.open(perSecond);
            lanes(whole, 2, 3_000, perSecond, " (to get warm)");
            for (int count : new int[]{2, 4, 8}) {
                lanes(whole, count, tokens, perSecond, "");
                System.out.println(new WindowBench(perSecond).panes(count, tokens,
                        count + " transcripts of " + tokens + " tokens each, without a window around them"));
            }
            whole.close();
        } finally {
            // Else a bench that throws would never end.
            Platform.exit();
        }
    }

    private static PulseStats empty() throws InterruptedException {
        var stats = new PulseStats();
        var stage = new Stage[1];
        WindowBench.onFx(() -> stage[0] = WindowBench.show(new StackPane()));
        WindowBench.onFx(stats::start);
        Thread.sleep(EMPTY_MS);
        WindowBench.onFx(stats::stop);
        WindowBench.onFx(stage[0]::hide);
        return stats;
    }

    private static void lanes(WholeWindow whole, int count, int tokens, int perSecond, String note)
            throws InterruptedException {
        var stats = new PulseStats();
        var ended = new CountDownLatch(1);
        var model = new CompareModel[1];
        WindowBench.onFx(() -> {
            whole.window().navigator().go(View.COMPARE);
            model[0] = whole.window().compare();
        });
        while (model[0].setup().lanes().isEmpty()) {
            Thread.sleep(20);
        }
        WindowBench.onFx(() -> {
            set(model[0], count, tokens);
            model[0].start();
            stats.start();
            var watch = new Subscription[1];
            watch[0] = model[0].run().state().subscribe((_, now) -> {
                if (now == RunModel.State.ENDED) {
                    watch[0].unsubscribe();
                    stats.stop();
                    ended.countDown();
                }
            });
        });
        ended.await();
        System.out.println(stats.row(count + " lanes of " + tokens + " tokens each" + note, null));
        WindowBench.onFx(() -> print(model[0], perSecond));
    }

    private static void set(CompareModel model, int count, int tokens) {
        var one = new ComparisonSetup(Mode.RACE, "", "Write " + tokens + " tokens", model.setup().current().lanes(), 1,
                true,
                true);
        model.setup().show(one);
        var first = model.setup().lanes().getFirst();
        first.parameters().maxTokens().set(null);
        while (model.setup().lanes().size() > 1) {
            model.setup().remove(model.setup().lanes().getLast());
        }
        while (model.setup().lanes().size() < count) {
            model.setup().duplicate(first);
        }
        model.setup().mode().set(Mode.RACE);
    }

    private static void print(CompareModel model, int perSecond) {
        var run = model.run().shown().get();
        var off = new StringBuilder();
        run.samples().stream().filter(sample -> sample.round() > 0).forEach(sample -> {
            var speed = sample.speed().outputTokensPerSecond();
            off.append(speed == null
                    ? " " + sample.outcome()
                    : String.format(" %+.2f %%", 100 * (speed / perSecond - 1)));
        });
        System.out.println("    lanes off the truth:" + off);
    }
}
