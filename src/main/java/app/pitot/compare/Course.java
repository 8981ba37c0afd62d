package app.pitot.compare;

import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.compare.RunningComparison.LaneNow;
import app.pitot.exchange.RunningExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where a comparison stands, for the thread that runs it and for all who look on or interfere. Safe from any thread. */
final class Course {
    private static final double NANOS_PER_MS = 1e6;

    private final Clocks clocks;
    private final Comparison head;
    private final List<LaneState> lanes;
    /** A pause takes back what waits for its windows: it would leave by itself. It is then asked for anew. */
    private final boolean takesBack;
    /** Told of each lane that parts, on whatever thread that happens. */
    private final Consumer<Integer> parted;
    private final List<Sample> samples = new ArrayList<>();
    private boolean paused;
    private boolean cancelled;
    private int round;
    private Together.Held held;
    private long heldAt;
    private Comparison.State state = Comparison.State.RUNNING;
    private Instant endedAt;

    /** @param head whose samples come first */
    Course(Clocks clocks, Comparison head, List<Lane> lanes, Consumer<Integer> parted) {
        this.clocks = clocks;
        this.head = head;
        this.takesBack = head.mode() == Mode.ROUNDS;
        this.lanes = lanes.stream().map(LaneState::new).toList();
        this.parted = parted;
        samples.addAll(head.samples());
    }

    /** Waits while it is paused. False if nothing more is to be sent. */
    synchronized boolean goesOn() throws InterruptedException {
        while (paused && !cancelled && anybody()) {
            wait();
        }
        return !cancelled && anybody();
    }

    /** Waits while it is paused and {@code lane} takes part. */
    synchronized void awaitResumed(int lane) throws InterruptedException {
        while (paused && !cancelled && takesPart(lane)) {
            wait();
        }
    }

    /** All that is to be sent waits for a window; null for none. */
    synchronized void holds(Together.Held what) {
        held = what;
        heldAt = clocks.nanos();
    }

    /** Waits for so long at most, or until something has changed. */
    synchronized void nap(long millis) throws InterruptedException {
        if (!cancelled) {
            wait(millis);
        }
    }

    private boolean anybody() {
        return lanes.stream().anyMatch(lane -> lane.parting == null);
    }

    synchronized boolean takesPart(int lane) {
        return lanes.get(lane).parting == null;
    }

    synchronized void round(int now) {
        round = now;
    }

    /** A request of a lane is about to leave, or to wait. One that nobody wants any more is stopped. */
    void flies(int lane, RunningExchange exchange, Trip trip) {
        boolean unwanted;
        synchronized (this) {
            var it = lanes.get(lane);
            it.exchange = exchange;
            it.trip = trip;
            unwanted = cancelled || it.parting != null || paused && takesBack && !trip.isAdmitted();
        }
        if (unwanted) {
            exchange.stop();
        }
    }

    /** What a request brought. Returns why its lane parts, or null. */
    synchronized Parting landed(Sample sample, double tookMs) {
        var lane = lanes.get(sample.lane());
        samples.add(sample);
        lane.last = sample;
        lane.done++;
        if (sample.outcome() == Outcome.COMPLETE) {
            lane.failures = 0;
            lane.learn(sample, tookMs);
        } else if (sample.error() != null) {
            lane.failures++;
            return Parting.after(sample.error(), lane.failures);
        }
        return null;
    }

    /** A lane takes no part any more; what it has under way is stopped. No effect the second time. */
    void part(int lane, Parting why) {
        RunningExchange running;
        synchronized (this) {
            var it = lanes.get(lane);
            if (it.parting != null || state != Comparison.State.RUNNING) {
                return;
            }
            it.parting = why;
            it.partedAt = clocks.nanos();
            running = it.exchange;
            notifyAll();
        }
        if (running != null) {
            running.stop();
        }
        parted.accept(lane);
    }

    /** The same of every lane that {@code which} is true of. */
    void part(Predicate<Lane> which, Parting why) {
        lanes.stream().filter(state -> which.test(state.lane)).forEach(state -> part(state.lane.index(), why));
    }

    void pause() {
        List<RunningExchange> waiting;
        synchronized (this) {
            if (over()) {
                return;
            }
            paused = true;
            waiting = takesBack ? waiting() : List.of();
        }
        waiting.forEach(RunningExchange::stop);
    }

    private List<RunningExchange> waiting() {
        return lanes.stream().map(LaneState::waiting).filter(Objects::nonNull).toList();
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    void cancel() {
        synchronized (this) {
            cancelled = true;
            notifyAll();
        }
        stopAll();
    }

    /** Stops whatever is under way. */
    void stopAll() {
        List<RunningExchange> started;
        synchronized (this) {
            started = lanes.stream().map(lane -> lane.exchange).filter(Objects::nonNull).toList();
        }
        started.forEach(RunningExchange::stop);
        lanes.forEach(lane -> parted.accept(lane.lane.index()));
    }

    /** It is over. Returns how it ended. @param broke true if it could not be carried through */
    synchronized Comparison.State ends(boolean broke) {
        boolean byUser = cancelled || lanes.stream().allMatch(lane -> lane.parting != null && lane.parting.byUser());
        held = null;
        state = byUser
                ? Comparison.State.CANCELLED
                : broke || !anybody() ? Comparison.State.BROKEN_OFF : Comparison.State.DONE;
        endedAt = clocks.now();
        paused = false;
        return state;
    }

    synchronized boolean over() {
        return state != Comparison.State.RUNNING;
    }

    synchronized Comparison soFar() {
        return new Comparison(head.id(), head.setId(), head.name(), head.startedAt(), endedAt, head.appVersion(),
                head.setup(), head.promptHash(), head.lanes(), head.seed(), state, samples);
    }

    Glance glance() {
        LaneState waiting;
        Glance glance;
        synchronized (this) {
            waiting = lanes.stream().filter(lane -> lane.waiting() != null).findFirst().orElse(null);
            glance = new Glance(round, samples.size(), paused, over(), lanes.stream().map(LaneState::glance).toList(),
                    held == null ? null : hold());
        }
        var why = waiting == null ? null : waiting.waiting();
        var what = why == null ? null : why.waiting();
        return what == null
                ? glance
                : glance.waiting(new Glance.Wait(waiting.lane.index(), what.leftMs(), what.window()));
    }

    private Glance.Wait hold() {
        var since = (clocks.nanos() - heldAt) / NANOS_PER_MS;
        return new Glance.Wait(held.lane(), Math.max(0, held.waitMs() - since), held.window());
    }

    synchronized List<LaneNow> now() {
        return lanes.stream().map(this::now).toList();
    }

    private LaneNow now(LaneState lane) {
        var parting = lane.parting;
        if (parting == null) {
            return new LaneNow(lane.exchange, lane.last, lane.done, null, null);
        }
        var since = (clocks.nanos() - lane.partedAt) / NANOS_PER_MS;
        return new LaneNow(lane.exchange, lane.last, lane.done, parting.why(),
                parting.retryMs() == null ? null : (Double) Math.max(0, parting.retryMs() - since));
    }
}
