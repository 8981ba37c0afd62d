package app.pitot.compare;

import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.Sending;
import app.pitot.provider.Account;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane of a run that is over, asked by itself for the rounds in which it brought no whole reply. What comes of it is kept
 * with the run and bears {@link Sample#again}: it was not measured beside the others. {@link #run} is called once, on a thread of
 * its own.
 */
final class AskedAgain implements ComparisonThread {
    private static final Logger LOG = LoggerFactory.getLogger(AskedAgain.class);

    private final Comparison past;
    private final Lane lane;
    private final List<Integer> rounds;
    private final Course course;
    private final Stage stage;
    private final CompletableFuture<Comparison> result = new CompletableFuture<>();

    /** @param run with the lanes of {@code past}, in their order */
    AskedAgain(Tools tools, Comparison past, Run run, int lane, boolean overBudget) {
        this.past = past;
        this.lane = run.lanes().get(lane);
        this.rounds = past.lacking(lane);
        this.course = new Course(tools.clocks(), past, run.lanes(), _ -> {});
        this.stage = new Stage(past.id(), tools, run, course,
                new Allowed(tools.exchanges(), tools.clocks(), overBudget),
                (overBudget ? Sending.OVER_BUDGET : Sending.WHEN_FITS).again(false),
                new Nonces(new SplittableRandom(tools.seeds().getAsLong())),
                run.setup().warmUp() ? new Warming(tools.client(), tools.clocks(), run.lanes().size()) : null);
    }

    @Override
    public void run() {
        try {
            for (var round : rounds) {
                if (!course.goesOn() || !course.takesPart(lane.index())) {
                    break;
                }
                course.round(round);
                one(round);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.error("Lane {} of comparison {} could not be asked again", lane.letter(), past.id(), defect);
        }
        course.stopAll();
        result.complete(soFar());
    }

    private void one(int round) throws InterruptedException {
        var spec = stage.ask(lane);
        var parting = stage.allowed().forbids(spec);
        if (parting != null) {
            course.part(lane.index(), parting);
            return;
        }
        stage.warm(lane);
        var trip = new Trip(stage.tools().clocks());
        var ended = Stage.await(stage.start(lane, spec, trip));
        if (stage.counts(ended, lane)) {
            stage.landed(ended, trip, lane, round, 0, true);
        }
    }

    @Override
    public void gone(Account account) {
        course.part(each -> each.account().id().equals(account.id()), Parting.gone());
    }

    @Override
    public String id() {
        return past.id();
    }

    @Override
    public Progress progress() {
        var now = course.glance();
        var wait = now.hold();
        int sent = now.landed() - past.samples().size();
        return new Progress(now.round(), past.setup().rounds(), sent, rounds.size(), null,
                wait == null ? 0 : wait.leftMs(), wait == null ? -1 : wait.lane(), Outlook.name(wait), false);
    }

    @Override
    public List<LaneNow> lanes() {
        return course.now();
    }

    @Override
    public void pause() {
        // A few requests of one lane: it is stopped, or it goes on.
    }

    @Override
    public void resume() {
        // As above.
    }

    @Override
    public void cancel() {
        course.cancel();
    }

    @Override
    public void stop(int which) {
        course.part(which, Parting.stopped());
    }

    /** The run as it ended, with what came since. */
    @Override
    public Comparison soFar() {
        return past.with(course.soFar().samples());
    }

    @Override
    public CompletableFuture<Comparison> result() {
        return result;
    }
}
