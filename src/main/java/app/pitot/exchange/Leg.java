package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ChatCall;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.Target;
import app.pitot.keys.KeyException;
import app.pitot.quota.PastReply;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.StreamClock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of an exchange: sent, timed and settled. {@link #fly} is called once, on the exchange's thread. */
final class Leg {
    private static final Logger LOG = LoggerFactory.getLogger(Leg.class);

    private final Attempt attempt;
    private final ExchangeSpec spec;
    private final Sending how;
    private final Gear gear;
    private final Meters.Metered metered;
    private final Learned learned;
    private final TextHandOff.Reply reply;
    private final TextTap tap;
    private final Reservation reservation;
    private final OpenRequest request;
    private final Instant startedAt;
    private final Object callLock = new Object();

    // Guarded by callLock.
    private ChatCall call;
    private boolean stopWanted;

    private volatile StreamClock clock;
    private volatile FanOut sink;

    Leg(Attempt attempt, ExchangeSpec spec, Sending how, Gear gear, Meters.Metered metered, Learned learned,
            TextHandOff.Reply reply, TextTap tap, Reservation reservation) {
        this.attempt = attempt;
        this.spec = spec;
        this.how = how;
        this.gear = gear;
        this.metered = metered;
        this.learned = learned;
        this.reply = reply;
        this.tap = tap;
        this.reservation = reservation;
        this.startedAt = gear.clocks().now();
        this.request = metered.opened(spec, startedAt, reservation);
    }

    /** From the row before it leaves to the settlement of what it took. */
    ExchangeResult fly() throws InterruptedException {
        gear.ledger().begin(attempt, spec, startedAt, reservation.tokens());
        metered.awaitRestored();
        var end = send();
        var reading = clock == null ? SpeedReading.NONE : clock.finish(end);
        if (end.error() != null && end.error().window() != null) {
            // A larger limit than the request is none that has run out.
            if (end.error().kind() == ErrorKind.RATE_LIMIT) {
                request.refused(end.error().window());
            } else {
                request.observe(List.of(end.error().window()));
            }
        }
        request.headers(end.headers());
        var settled = Settlements.of(end, Settlements.reached(end, sent()))
                .costing(Cost.of(end, spec.model()).micros());
        metered.settle(request, settled);
        metered.queue().look();
        if (end.outcome() == Outcome.COMPLETE && end.usage() != null) {
            learn(reading, end);
        }
        return result(end, reading);
    }

    private StreamEnd send() throws InterruptedException {
        Target target;
        try {
            target = Target.open(spec.account(), how.line());
        } catch (KeyException e) {
            var kind = e.keychain() ? ErrorKind.KEYCHAIN : ErrorKind.BAD_KEY;
            return unsent(Outcome.FAILED, new ApiError(kind, null, null, e.getMessage(), null, null));
        }
        // The call closes it too; this covers a call that never ran.
        try (target) {
            var ready = gear.client().newCall(target, spec.request());
            if (gear.traces().wanted()) {
                ready.trace();
            }
            how.departure().ready();
            clock = new StreamClock(gear.clocks().ticker(), learned.output().bytesPerToken());
            sink = new FanOut(reply, tap, clock, metered, request);
            return adopt(ready) ? ready.execute(sink) : unsent(Outcome.STOPPED, null);
        }
    }

    /** Makes the call reachable for {@link #stop}; false if stop came first. */
    private boolean adopt(ChatCall ready) {
        synchronized (callLock) {
            call = ready;
            return !stopWanted;
        }
    }

    private StreamEnd unsent(Outcome outcome, ApiError error) {
        return new StreamEnd(outcome, null, null, null, error, 0, gear.clocks().nanos(), true);
    }

    private void learn(SpeedReading reading, StreamEnd end) {
        learned.tempo().learn(reading);
        // Of a tool call only the arguments are text; what else it is made of is counted as well.
        if (end.toolCalls().isEmpty()) {
            learned.output().learn(reading);
        }
        var usage = end.usage();
        if (usage.promptTokens() != null && usage.promptTokens() > 0) {
            learned.input().learn(spec.request(), usage.promptTokens());
            if (usage.completionTokens() != null) {
                learned.outputs().learn(
                        new PastReply(reservation.tokens(), usage.promptTokens(), usage.completionTokens()));
            }
            learned.keep();
        }
    }

    private ExchangeResult result(StreamEnd end, SpeedReading reading) {
        var cost = Cost.of(end, spec.model());
        return new ExchangeResult(attempt.exchangeId(), spec, startedAt, end.outcome(), end.finishReason(),
                reply.answer(), reply.reasoning(), end.usage(), reading, cost.usd(), end.error(),
                Settlements.reached(end, sent()) ? reservation : null,
                metered.windowsAfter(attempt.exchangeId()),
                sink == null ? List.of() : sink.notes(),
                new ExchangeDetails(cost.source(), end.served(), end.headers(), end.serverTiming(), end.toolCalls(),
                        end.chances(), clock == null ? SpeedCurve.NONE : clock.curve(),
                        clock == null ? null : clock.protocol()));
    }

    /** After a defect of ours: what came, and nothing held any longer than it must be. */
    ExchangeResult broken(ApiError error) {
        try {
            var kind = sent() ? Settlement.Kind.UNKNOWN : Settlement.Kind.NOT_SENT;
            metered.settle(request, Settlement.of(kind));
        } catch (RuntimeException defect) {
            LOG.error("Exchange {} could not be settled: {}", attempt.exchangeId(), Defects.describe(defect));
        }
        return result(unsent(Outcome.FAILED, error), SpeedReading.NONE);
    }

    /** Hands over what went over the wire, once. From the exchange's thread, after the end. */
    void trace() {
        ChatCall ended;
        synchronized (callLock) {
            ended = call;
            // It holds megabytes, and the exchange may be looked at for long.
            call = null;
        }
        if (ended != null) {
            ended.wires().forEach(wire -> gear.traces().keep(attempt, startedAt, wire));
        }
    }

    /** True once it had begun to leave. */
    boolean sent() {
        var now = sink;
        return now != null && now.sent();
    }

    Phase phase() {
        var now = sink;
        return now == null ? Phase.CONNECTING : now.phase();
    }

    SpeedReading speed() {
        var now = clock;
        return now == null ? SpeedReading.NONE : now.live();
    }

    double quietMs() {
        var now = clock;
        return now == null ? 0 : now.quietMs();
    }

    void stop() {
        ChatCall running;
        synchronized (callLock) {
            stopWanted = true;
            running = call;
        }
        if (running != null) {
            running.stop();
        }
    }
}
