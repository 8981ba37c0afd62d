package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.Repeats.Repeat;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.Turn;
import app.pitot.quota.WindowLabels;
import app.pitot.speed.SpeedReading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question from its place in the queue to the record of its last attempt. {@link #run} is called once, on a virtual thread. */
final class Exchange implements RunningExchange, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final String id;
    private final ExchangeSpec spec;
    private final Sending how;
    private final Gear gear;
    private final Meters.Metered metered;
    private final Learned learned;
    private final TextTap tap;
    private final Gate gate;
    private final Repeats repeats;
    private final TextHandOff.Reply reply = new TextHandOff.Reply();
    private final CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
    private final List<String> notes = new ArrayList<>();
    private final Object lock = new Object();

    // Guarded by lock.
    private boolean stopWanted;

    private volatile Leg leg;
    private volatile Stay stay;
    private volatile SpeedReading finalSpeed;
    private volatile boolean ended;
    private Attempt attempt;

    /** What the user allows themselves. */
    @FunctionalInterface
    interface Gate {
        /** Why it may not leave; null if it may. Blocks for a short while. */
        ApiError forbids() throws InterruptedException;
    }

    Exchange(String id, ExchangeSpec spec, Sending how, Gear gear, Meters.Metered metered, Learned learned,
            TextTap tap, Gate gate) {
        this.id = id;
        this.spec = spec;
        this.how = how;
        this.gear = gear;
        this.metered = metered;
        this.learned = learned;
        this.tap = tap;
        this.gate = gate;
        this.repeats = new Repeats(how.whenFits(), gear.random());
        this.attempt = Attempt.first(id);
        this.stay = how.whenFits() ? Stay.JOINING : null;
    }

    @Override
    public void run() {
        ExchangeResult outcome;
        try {
            outcome = fly();
        } catch (Throwable defect) {
            // Whatever broke, the caller gets a result with the text that came.
            LOG.error("Exchange {} broke: {}", id, Defects.describe(defect));
            outcome = broken(defect);
        }
        try {
            gear.ledger().end(attempt, outcome, true);
        } catch (Throwable defect) {
            LOG.error("Exchange {} could not be recorded: {}", id, Defects.describe(defect));
        }
        trace(leg);
        finalSpeed = outcome.speed();
        ended = true;
        result.complete(outcome);
    }

    /** Behind the row of the ledger, which matters more. */
    private void trace(Leg flown) {
        if (flown == null) {
            return;
        }
        try {
            flown.trace();
        } catch (RuntimeException defect) {
            LOG.error("What exchange {} sent and received is not kept: {}", id, Defects.describe(defect));
        }
    }

    private ExchangeResult fly() throws Exception {
        var forbids = gate.forbids();
        if (forbids != null) {
            return blank(Outcome.FAILED, forbids);
        }
        var turn = first();
        if (turn == null || turn.reservation() == null) {
            return unsent(turn);
        }
        while (true) {
            var leftAs = metered.queue().leaving();
            how.departure().admitted();
            var now = new Leg(attempt, spec, how, gear, metered, learned, reply, tap, turn.reservation());
            if (enter(now)) {
                now.stop();
            }
            var flown = now.fly().noting(notes);
            var repeat = how.again() && !stopWanted() ? repeats.after(flown, now.sent(), this::estimate) : null;
            if (repeat == null) {
                return flown;
            }
            gear.ledger().end(attempt, flown, false);
            trace(now);
            turn = again(repeat, flown.error(), leftAs);
            if (turn == null || turn.reservation() == null) {
                return flown;
            }
            attempt = attempt.next();
            notes.add(Texts.get("exchange.again." + Stay.word(repeat.cause()),
                    flown.error().message().replaceFirst("\\.$", "")));
        }
    }

    /** True if it was to be stopped before it could be. */
    private boolean enter(Leg next) {
        synchronized (lock) {
            leg = next;
            stay = null;
            return stopWanted;
        }
    }

    private Turn first() throws Exception {
        if (!how.whenFits()) {
            return ask().take(metered.meter());
        }
        metered.awaitRestored();
        return await(Stay.toFit(metered.queue(), metered.queue().join(ask())));
    }

    /** Refused for a quota, or on its way by the queue: in order there. Else it bothers nobody. */
    private Turn again(Repeat repeat, ApiError error, long leftAs) throws Exception {
        boolean inOrder = how.whenFits() || repeat.cause() == Waiting.Cause.QUOTA;
        var queue = inOrder ? metered.queue() : new SendQueue(metered.meter(), gear.clocks(), gear.later());
        var at = gear.clocks().nanos() + (long) (repeat.waitMs() * 1e6);
        var place = queue.again(leftAs, ask(), at, repeat.told() || !inOrder);
        return await(Stay.again(queue, place, repeat, attempt.number() + 1, error));
    }

    /** Null if it was stopped meanwhile. */
    private Turn await(Stay waiting) throws Exception {
        synchronized (lock) {
            stay = waiting;
            if (stopWanted) {
                waiting.leave();
            }
        }
        return waiting.turn().get();
    }

    private InputEstimate.Guess input() {
        return learned.input().guess(spec.request());
    }

    private Ask ask() {
        return new Ask(this::input, spec.request().maxTokens(), spec.model());
    }

    private Double estimate() {
        return metered.meter().preFlight(input(), spec.request().maxTokens(), spec.model())
                .waitMs();
    }

    /** It was stopped while it waited, or can never pass. */
    private ExchangeResult unsent(Turn turn) {
        if (turn == null) {
            return blank(Outcome.STOPPED, null);
        }
        var window = turn.window();
        var name = WindowLabels.shortName(window.metric(), window.period());
        var need = ask().tokens(metered.meter());
        var error = window.limit() == 0
                ? new ApiError(ErrorKind.NO_QUOTA, null, null, Texts.get("exchange.blocked", name), null, null)
                : new ApiError(ErrorKind.TOO_LARGE, null, null,
                        Texts.get("exchange.never", need, name, window.limit()), null, null, null,
                        new ApiError.Excess(name, window.limit(), need));
        return blank(Outcome.FAILED, error);
    }

    private ExchangeResult broken(Throwable defect) {
        var error = new ApiError(ErrorKind.INTERNAL, null, null,
                Texts.get("exchange.internal", defect.getClass().getSimpleName()), null, null);
        var now = leg;
        return now == null ? blank(Outcome.FAILED, error) : now.broken(error);
    }

    private ExchangeResult blank(Outcome outcome, ApiError error) {
        return new ExchangeResult(id, spec, gear.clocks().now(), outcome, null, reply.answer(), reply.reasoning(),
                null, SpeedReading.NONE, null, error, null, metered.windowsAfter(id), List.of());
    }

    private boolean stopWanted() {
        synchronized (lock) {
            return stopWanted;
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Phase phase() {
        if (ended) {
            return Phase.ENDED;
        }
        var now = leg;
        return stay != null ? Phase.QUEUED : now == null ? Phase.CONNECTING : now.phase();
    }

    @Override
    public Waiting waiting() {
        var now = stay;
        return ended || now == null ? null : now.waiting();
    }

    @Override
    public void sendNow() {
        var now = stay;
        if (now != null) {
            now.sendNow();
        }
    }

    @Override
    public SpeedReading speed() {
        var now = leg;
        return finalSpeed != null ? finalSpeed : now == null ? SpeedReading.NONE : now.speed();
    }

    @Override
    public double quietMs() {
        var now = leg;
        return now == null ? 0 : now.quietMs();
    }

    @Override
    public boolean drain(StringBuilder answer, StringBuilder reasoning) {
        return reply.drain(answer, reasoning);
    }

    @Override
    public void stop() {
        Leg running;
        Stay waiting;
        synchronized (lock) {
            stopWanted = true;
            running = leg;
            waiting = stay;
        }
        if (waiting != null) {
            waiting.leave();
        } else if (running != null) {
            running.stop();
        }
    }

    @Override
    public CompletableFuture<ExchangeResult> result() {
        return result;
    }
}
