package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ChatCall;
import app.pitot.api.ChatClient;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.Target;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.StreamClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from reservation to record. {@link #run} is called once, on a virtual thread. */
final class Exchange implements RunningExchange, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final String id;
    private final ExchangeSpec spec;
    private final Clocks clocks;
    private final ChatClient client;
    private final Ledger ledger;
    private final Meters.Metered metered;
    private final Learned learned;
    private final TextTap tap;
    private final Instant startedAt;
    private final TextHandOff.Reply reply = new TextHandOff.Reply();
    private final CompletableFuture<ExchangeResult> result = new CompletableFuture<>();
    private final Object callLock = new Object();

    // Guarded by callLock.
    private ChatCall call;
    private boolean stopWanted;

    private volatile StreamClock clock;
    private volatile FanOut sink;
    private volatile SpeedReading finalSpeed;
    private volatile boolean ended;
    private Reservation reservation;

    Exchange(String id, ExchangeSpec spec, Clocks clocks, ChatClient client, Ledger ledger, Meters.Metered metered,
            Learned learned, TextTap tap) {
        this.id = id;
        this.spec = spec;
        this.clocks = clocks;
        this.client = client;
        this.ledger = ledger;
        this.metered = metered;
        this.learned = learned;
        this.tap = tap;
        this.startedAt = clocks.now();
    }

    @Override
    public void run() {
        ExchangeResult outcome;
        try {
            outcome = attempt();
        } catch (Throwable defect) {
            // Whatever broke, the caller gets a result with the text that came.
            LOG.error("Exchange {} broke: {}", id, Defects.describe(defect));
            outcome = broken(defect);
        }
        try {
            ledger.end(outcome);
        } catch (Throwable defect) {
            LOG.error("Exchange {} could not be recorded: {}", id, Defects.describe(defect));
        }
        finalSpeed = outcome.speed();
        ended = true;
        result.complete(outcome);
    }

    private ExchangeResult attempt() throws InterruptedException {
        var request = spec.request();
        reservation = metered.meter().reserve(learned.input().of(request), request.maxTokens());
        ledger.begin(id, spec, startedAt, reservation.tokens());
        metered.awaitRestored();
        var end = send();
        var reading = clock == null ? SpeedReading.NONE : clock.finish(end);
        if (end.error() != null && end.error().window() != null) {
            // The words of a refusal know windows that no header names.
            metered.meter().observe(reservation, List.of(end.error().window()));
        }
        metered.meter().settle(reservation, Settlements.of(end, Settlements.reached(end, sent())));
        if (end.outcome() == Outcome.COMPLETE && end.usage() != null) {
            learn(reading, end);
        }
        return result(end, reading);
    }

    private StreamEnd send() {
        Target target;
        try {
            target = Target.open(spec.account());
        } catch (KeyException e) {
            var kind = e.keychain() ? ErrorKind.KEYCHAIN : ErrorKind.BAD_KEY;
            return unsent(Outcome.FAILED, new ApiError(kind, null, null, e.getMessage(), null, null));
        }
        // The call closes it too; this covers a call that never ran.
        try (target) {
            var ready = client.newCall(target, spec.request());
            clock = new StreamClock(clocks.ticker(), learned.output().bytesPerToken());
            sink = new FanOut(reply, tap, clock, metered.meter(), reservation);
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
        return new StreamEnd(outcome, null, null, null, error, 0, clocks.nanos(), true);
    }

    private void learn(SpeedReading reading, StreamEnd end) {
        // Of a tool call only the arguments are text; what else it is made of is counted as well.
        if (end.toolCalls().isEmpty()) {
            learned.output().learn(reading);
        }
        var usage = end.usage();
        if (usage.promptTokens() != null && usage.promptTokens() > 0) {
            learned.input().learn(spec.request(), usage.promptTokens());
        }
    }

    private ExchangeResult result(StreamEnd end, SpeedReading reading) {
        var cost = Cost.of(end, spec.model());
        return new ExchangeResult(id, spec, startedAt, end.outcome(), end.finishReason(), reply.answer(),
                reply.reasoning(), end.usage(), reading, cost.usd(), end.error(),
                Settlements.reached(end, sent()) ? reservation : null, windows(),
                sink == null ? List.of() : sink.notes(),
                new ExchangeDetails(cost.source(), end.served(), end.headers(), end.serverTiming(), end.toolCalls(),
                        end.chances()));
    }

    private ExchangeResult broken(Throwable defect) {
        release();
        var error = new ApiError(ErrorKind.INTERNAL, null, null,
                Texts.get("exchange.internal", defect.getClass().getSimpleName()), null, null);
        return result(unsent(Outcome.FAILED, error), SpeedReading.NONE);
    }

    private void release() {
        if (reservation == null) {
            return;
        }
        try {
            var kind = sent() ? Settlement.Kind.UNKNOWN : Settlement.Kind.NOT_SENT;
            metered.meter().settle(reservation, Settlement.of(kind));
        } catch (RuntimeException defect) {
            LOG.error("Exchange {} could not be settled: {}", id, Defects.describe(defect));
        }
    }

    /** Null if the meter is what broke. */
    private QuotaSnapshot windows() {
        try {
            return metered.meter().snapshot();
        } catch (RuntimeException defect) {
            LOG.error("Exchange {} has no windows: {}", id, Defects.describe(defect));
            return null;
        }
    }

    private boolean sent() {
        var now = sink;
        return now != null && now.sent();
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
        var now = sink;
        return now == null ? Phase.CONNECTING : now.phase();
    }

    @Override
    public SpeedReading speed() {
        if (finalSpeed != null) {
            return finalSpeed;
        }
        var now = clock;
        return now == null ? SpeedReading.NONE : now.live();
    }

    @Override
    public double quietMs() {
        var now = clock;
        return now == null ? 0 : now.quietMs();
    }

    @Override
    public boolean drain(StringBuilder answer, StringBuilder reasoning) {
        return reply.drain(answer, reasoning);
    }

    @Override
    public void stop() {
        ChatCall running;
        synchronized (callLock) {
            stopWanted = true;
            running = call;
        }
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public CompletableFuture<ExchangeResult> result() {
        return result;
    }
}
