package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Attempt;
import app.pitot.store.Settings;
import app.pitot.store.SqliteTraces;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.settings.DeletionModel.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping more or less, and nothing, on a real file. */
class BodiesModelTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private Settings.Bodies saved = Settings.Bodies.DEFAULT;
    private SqliteTraces traces;
    private BodiesModel model;

    private void open() {
        traces = new SqliteTraces(folder, Clocks.system(), () -> saved, problem -> {
            throw new AssertionError(problem);
        });
        model = new BodiesModel(saved, now -> saved = now, traces, new Jobs(background::add, Runnable::run),
                ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        traces.close();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private void keep(String id, int daysAgo) {
        traces.keep(Attempt.first(id), Clocks.system().now().minus(Duration.ofDays(daysAgo)),
                new Wire("POST", "u", List.of(), new byte[9], 9, 200, null, List.of(), new byte[9], 9,
                        Wire.Arrivals.NONE, Wire.Phases.UNKNOWN));
    }

    @Test
    void lessThanNowHoldsWhenTheFieldIsLeftAndTakesAwayAtOnce() {
        open();
        keep("a", 0);
        keep("b", 3);
        model.look();
        work();
        assertThat(model.words().get()).startsWith("2 requests, 0.0 MB on the disk; the oldest is of ");
        model.days().set("1");
        work();
        assertThat(saved.days()).as("not while it is typed").isEqualTo(7);
        model.leave();
        work();
        assertThat(saved).isEqualTo(new Settings.Bodies(1, 200));
        assertThat(model.words().get()).startsWith("One request, ");
        model.days().set("0");
        model.leave();
        work();
        assertThat(model.words().get()).isEqualTo("Nothing is kept.");
        assertThat(model.count().get()).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidAndNotSaved() {
        open();
        for (var bad : List.of("", "91", "-1", "x", "7.5", "9999999")) {
            model.days().set(bad);
            assertThat(model.daysProblem().get()).as(bad).isEqualTo("Enter a whole number from 0 to 90.");
        }
        model.megabytes().set("9");
        assertThat(model.megabytesProblem().get()).isEqualTo("Enter a whole number from 10 to 10,000.");
        model.leave();
        work();
        assertThat(saved).isEqualTo(Settings.Bodies.DEFAULT);
        model.megabytes().set(" 500 ");
        assertThat(model.megabytesProblem().get()).isEmpty();
        model.leave();
        work();
        assertThat(saved).isEqualTo(new Settings.Bodies(7, 500));
    }

    @Test
    void nothingIsDeletedBeforeItIsAskedAndAnswered() {
        open();
        model.ask();
        work();
        assertThat(model.step().get()).as("nothing to delete").isEqualTo(Step.IDLE);
        assertThat(model.words().get()).isEqualTo("Nothing is kept yet.");
        keep("a", 0);
        model.delete();
        work();
        model.ask();
        work();
        assertThat(model.question().get()).startsWith("Delete what one request sent and received, 0.0 MB?");
        model.keep();
        model.delete();
        work();
        assertThat(traces.kept().count()).isOne();
        model.ask();
        work();
        model.delete();
        assertThat(model.step().get()).isEqualTo(Step.WORKING);
        work();
        assertThat(model.step().get()).isEqualTo(Step.IDLE);
        assertThat(model.words().get()).isEqualTo("Nothing is kept yet.");
        assertThat(traces.kept().count()).isZero();
    }
}
