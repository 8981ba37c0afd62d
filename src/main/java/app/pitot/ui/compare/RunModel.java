package app.pitot.ui.compare;

import app.pitot.compare.Comparer;
import app.pitot.compare.Comparer.Run;
import app.pitot.compare.Comparison;
import app.pitot.compare.Mode;
import app.pitot.compare.RunningComparison;
import app.pitot.compare.RunningComparison.LaneNow;
import app.pitot.compare.Sample;
import app.pitot.exchange.RunningExchange;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The run that is under way, or the one that was last: its progress, its lanes, its results. JavaFX thread only. */
public final class RunModel {
    /** How often to look while nothing streams: often enough that what is sent is seen at once. */
    private static final long LOOK_MS = 100;

    private final Comparer comparer;
    private final Jobs jobs;
    private final Runnable requestPulse;
    private final Runnable ended;
    private final Alarm look;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<ProgressFace> progress = new ReadOnlyObjectWrapper<>(
            new ProgressFace("", 0, ""));
    private final ReadOnlyObjectWrapper<Comparison> shown = new ReadOnlyObjectWrapper<>();
    private RunningComparison running;
    private Run run;
    private List<LaneModel> lanes = List.of();
    private int seen;
    /** The only lane that is asked, as it is asked again by itself; -1 if all are. */
    private int solo = -1;
    private BiConsumer<LaneModel, RunningExchange> watcher = (_, _) -> {};

    /** What can be done with it. */
    public enum State {
        /** Nothing has run. */
        NONE, RUNNING,
        /** Nothing more is sent until it is resumed. */
        PAUSED,
        /** What was measured is shown. */
        ENDED
    }

    /** @param ended called after a run has ended */
    RunModel(Comparer comparer, Jobs jobs, Delays delays, Runnable requestPulse, Runnable ended) {
        this.comparer = comparer;
        this.jobs = jobs;
        this.requestPulse = requestPulse;
        this.ended = ended;
        this.look = new Alarm(delays, requestPulse);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Never null. */
    public ReadOnlyObjectProperty<ProgressFace> progress() {
        return progress.getReadOnlyProperty();
    }

    /** What was measured so far, anew after each request; null before the first run. */
    public ReadOnlyObjectProperty<Comparison> shown() {
        return shown.getReadOnlyProperty();
    }

    public boolean active() {
        return running != null;
    }

    /** True if the run that is under way, or was last, is one of rounds. */
    public boolean inRounds() {
        return run != null && run.mode() == Mode.ROUNDS && solo < 0;
    }

    /** Sends nothing more until {@link #resume}; what is under way goes on to its end. */
    public void pause() {
        if (running != null) {
            running.pause();
            look();
        }
    }

    public void resume() {
        if (running != null) {
            running.resume();
            look();
        }
    }

    /** Ends it; what was measured stays. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Ends one lane; the others go on. */
    public void stop(LaneModel lane) {
        int at = lanes.indexOf(lane);
        if (running != null && at >= 0) {
            running.stop(at);
            look();
        }
    }

    /** True if {@code lane} takes part in the run that is under way. */
    public boolean takesPart(LaneModel lane) {
        int at = lanes.indexOf(lane);
        return running != null && at >= 0 && (solo < 0 || solo == at) && running.lanes().get(at).stopped() == null;
    }

    /** Told at each pulse of the lane that waits, else of one that streams, with its request or null. */
    void onPulse(BiConsumer<LaneModel, RunningExchange> told) {
        watcher = told;
    }

    /** @param asked the lanes of {@code next}, in their order */
    void start(Run next, List<LaneModel> asked, boolean overBudget) {
        run = next;
        solo = -1;
        lanes = List.copyOf(asked);
        seen = 0;
        IntStream.range(0, lanes.size()).forEach(at -> lanes.get(at).live().begin(next.lanes().get(at)));
        shown.set(null);
        begin(comparer.start(next, overBudget));
    }

    /** Asks one lane of what is shown by itself. @param next what was asked, of the lanes as they are */
    void again(Run next, LaneModel lane) {
        run = next;
        solo = lanes.indexOf(lane);
        seen = 0;
        lane.live().begin(next.lanes().get(solo));
        begin(comparer.again(shown.get(), next, solo, false));
    }

    private void begin(RunningComparison mine) {
        running = mine;
        running.result().thenAcceptAsync(result -> end(mine, result), jobs::later);
        look();
    }

    /** One pulse of the run; true while something streams. */
    boolean pulse() {
        if (running == null) {
            return false;
        }
        var now = running.progress();
        var all = running.lanes();
        state.set(now.paused() ? State.PAUSED : State.RUNNING);
        boolean streams = false;
        int busy = now.waitLane();
        for (int at = solo < 0 ? 0 : solo; at < (solo < 0 ? lanes.size() : solo + 1); at++) {
            boolean mine = lanes.get(at).live().pulse(at, all.get(at), now);
            streams |= mine;
            busy = mine && busy < 0 ? at : busy;
        }
        if (busy >= 0) {
            watcher.accept(lanes.get(busy), all.get(busy).exchange());
        }
        progress.set(solo < 0 ? ProgressWords.of(run.mode(), now) : ProgressWords.again(solo, now));
        int done = all.stream().mapToInt(LaneNow::done).sum();
        if (done != seen) {
            seen = done;
            shown.set(running.soFar());
        }
        if (!streams) {
            look.set(LOOK_MS);
        }
        return streams;
    }

    /** Shows a run that is over, in lanes that were set up as it was. */
    void show(Comparison past, List<LaneModel> as) {
        lanes = List.copyOf(as);
        for (int at = 0; at < Math.min(lanes.size(), past.lanes().size()); at++) {
            var all = samples(past, at);
            lanes.get(at).live().show(past.lanes().get(at).modelId(), all, LaneWords.left(past, all));
        }
        shown.set(past);
        progress.set(ProgressWords.ended(past));
        state.set(State.ENDED);
    }

    /** Ends it; completes once what was measured is handed to the store. */
    CompletableFuture<?> close() {
        cancel();
        return running == null ? CompletableFuture.completedFuture(null) : running.result();
    }

    private void look() {
        pulse();
        requestPulse.run();
    }

    private void end(RunningComparison mine, Comparison result) {
        if (mine != running) {
            return;
        }
        look.cancel();
        var last = running.lanes();
        running = null;
        for (int at = solo < 0 ? 0 : solo; at < (solo < 0 ? lanes.size() : solo + 1); at++) {
            lanes.get(at).live().settle(last.get(at), samples(result, at));
        }
        shown.set(result);
        progress.set(ProgressWords.ended(result));
        state.set(State.ENDED);
        ended.run();
    }

    private static List<Sample> samples(Comparison of, int lane) {
        return of.samples().stream().filter(sample -> sample.lane() == lane).toList();
    }
}
