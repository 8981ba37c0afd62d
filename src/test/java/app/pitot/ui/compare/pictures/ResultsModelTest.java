package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.Runs;
import app.pitot.ui.common.Jobs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ResultsModelTest {
    private static final Comparison RUN = Runs.rounds(6, Runs.three());

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Measure> asked = new ArrayList<>();
    private boolean broken;
    private final ResultsModel model = new ResultsModel(new Jobs(background::add, Runnable::run), this::analyse);

    @Test
    void resultsComeFromTheBackground() {
        model.show(RUN);
        assertThat(model.resultsProperty().get()).isNull();
        work();
        assertThat(model.resultsProperty().get().run()).isSameAs(RUN);
        assertThat(asked).containsExactly(Measure.OUTPUT_SPEED);
    }

    @Test
    void ofManyCallsOnlyTheFirstAndTheLastAreWorkedOut() {
        for (var samples = 10; samples <= 18; samples++) {
            model.show(Runs.with(RUN, RUN.samples().subList(0, samples)));
        }
        work();
        assertThat(asked).hasSize(2);
        assertThat(model.resultsProperty().get().run().samples()).hasSize(18);
    }

    @Test
    void clearingWinsOverWhatIsOnItsWay() {
        model.show(RUN);
        model.show(null);
        work();
        assertThat(model.resultsProperty().get()).isNull();
        model.show(RUN);
        work();
        model.expandedProperty().set(true);
        model.show(null);
        assertThat(model.resultsProperty().get()).isNull();
        assertThat(model.expandedProperty().get()).isFalse();
    }

    @Test
    void anotherMeasureIsWorkedOutWhenItIsAskedForAndAllWhenAllAreShown() {
        model.show(RUN);
        work();
        model.measureProperty().set(Measure.TTFT);
        work();
        assertThat(asked).containsExactly(Measure.OUTPUT_SPEED, Measure.TTFT);
        assertThat(model.resultsProperty().get().strips()).containsOnlyKeys(Measure.TTFT);
        model.expandedProperty().set(true);
        work();
        assertThat(model.resultsProperty().get().strips()).containsOnlyKeys(Measure.values());
    }

    @Test
    void aFailureIsSaidAndTheNextTryEndsIt() {
        broken = true;
        model.show(RUN);
        work();
        assertThat(model.failedProperty().get()).isTrue();
        broken = false;
        model.show(RUN);
        work();
        assertThat(model.failedProperty().get()).isFalse();
        assertThat(model.resultsProperty().get()).isNotNull();
    }

    private Analysis analyse(Comparison run, Measure measure) {
        asked.add(measure);
        if (broken) {
            throw new IllegalStateException("made to fail");
        }
        return Analyst.analyse(run, measure);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
