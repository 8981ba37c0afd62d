package app.pitot.compare;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What both ways to carry a comparison through have in common.
 *
 * @param id of the comparison
 * @param sending without a lane
 * @param warming null to leave connections as they are
 */
record Stage(String id, Tools tools, Run run, Course course, Allowed allowed, Sending sending, Nonces nonces,
        Warming warming) {
    /** Another request of {@code lane}. */
    ExchangeSpec ask(Lane lane) {
        return Question.of(lane, run.setup(), run.setup().nonce() ? nonces.next() : "");
    }

    /** Sends it as soon as it fits. */
    RunningExchange start(Lane lane, ExchangeSpec spec, Trip trip) {
        var running = tools.exchanges().start(spec, UUID.randomUUID().toString(), TextTap.NONE,
                sending.on(Warming.line(lane), trip));
        course.flies(lane.index(), running, trip);
        return running;
    }

    /** Never exceptionally: see {@link RunningExchange#result}. */
    static ExchangeResult await(RunningExchange running) throws InterruptedException {
        try {
            return running.result().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end, for so long at most; true if it has ended. */
    static boolean ended(RunningExchange running, long millis) throws InterruptedException {
        try {
            running.result().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blocks for at most two seconds. */
    void warm(Lane lane) throws InterruptedException {
        if (warming != null) {
            warming.warm(lane);
        }
    }

    /** False if nothing was sent, and nothing went wrong that is worth to be kept. A lane without a budget parts. */
    boolean counts(ExchangeResult result, Lane lane) {
        var error = result.error();
        if (error != null && error.kind() == ErrorKind.OVER_BUDGET) {
            course.part(lane.index(), Parting.after(error, 1));
            return false;
        }
        return result.reservation() != null || result.outcome() != Outcome.STOPPED;
    }

    /** Keeps what a request brought; its lane may part for it. */
    void landed(ExchangeResult result, Trip trip, Lane lane, int round, int place) {
        landed(result, trip, lane, round, place, false);
    }

    /** The same. @param again true if it does not belong to the run itself */
    void landed(ExchangeResult result, Trip trip, Lane lane, int round, int place, boolean again) {
        var measured = Samples.of(result, lane.index(), round, place, trip.heldMs());
        var sample = again ? measured.asAgain() : measured;
        if (result.outcome() == Outcome.COMPLETE && warming != null) {
            warming.used(lane.index());
        }
        var parting = course.landed(sample, trip.sinceMs());
        tools.kept().add(id, sample);
        if (parting != null) {
            course.part(lane.index(), parting);
        }
    }
}
