package app.pitot.compare;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * What both ways to carry a comparison through have in common.
 *
 * @param id of the comparison
 * @param sending without a lane
 * @param warming null to leave connections as they are
 */
record Stage(String id, Tools tools, Run run, Course course, Allowed allowed, Sending sending, Nonces nonces,
        Warming warming) {
    /** Asks for a request of {@code lane}; null if it may not be sent, which ends the lane. */
    RunningExchange start(Lane lane, Trip trip) {
        var spec = Question.of(lane, run.setup(), run.setup().nonce() ? nonces.next() : "");
        var parting = allowed.forbids(spec);
        if (parting != null) {
            course.part(lane.index(), parting);
            return null;
        }
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

    /** False if nothing was sent, and nothing went wrong that is worth to be kept. A lane without a budget parts. */
    boolean counts(ExchangeResult result, Trip trip, Lane lane) {
        var error = result.error();
        if (error != null && error.kind() == ErrorKind.OVER_BUDGET) {
            course.part(lane.index(), Parting.after(error, 1));
            return false;
        }
        return trip.left() || result.outcome() != Outcome.STOPPED;
    }

    /** Keeps what a request brought; its lane may part for it. */
    void landed(ExchangeResult result, Trip trip, Lane lane, int round, int place) {
        var sample = Samples.of(result, lane.index(), round, place, trip.heldMs());
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
