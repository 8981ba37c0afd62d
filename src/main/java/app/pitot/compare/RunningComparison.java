package app.pitot.compare;

import app.pitot.exchange.RunningExchange;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A comparison under way. Every method may be called from any thread. */
public interface RunningComparison {
    String id();

    /** As of now. */
    Progress progress();

    /** One for each lane, in their order; as of now. */
    List<LaneNow> lanes();

    /** Sends nothing more until {@link #resume}; what is under way goes on to its end. */
    void pause();

    void resume();

    /** Stops what is under way and sends nothing more. What was measured stays. */
    void cancel();

    /** Stops one lane for good; the others go on. */
    void stop(int lane);

    /** What was measured so far. */
    Comparison soFar();

    /** Completes, never exceptionally, on an arbitrary thread, once ended and handed to the store. */
    CompletableFuture<Comparison> result();

    /**
     * How far it is.
     *
     * @param round under way, 0 while warming up, from 1; the last one after the end
     * @param rounds how many will count
     * @param sent requests that ended so far, the warm-up included
     * @param requests all that will be sent as far as is known now
     * @param leftMs about how long the rest takes; null if unknown
     * @param waitMs how long until the next request leaves because of a limit; 0 if none waits
     * @param waitLane index of the lane that waits; -1 for none
     * @param waitFor the window that it waits for, in words such as "RPM"; null for none
     * @param paused true between pause and resume
     */
    record Progress(int round, int rounds, int sent, int requests, Double leftMs, double waitMs, int waitLane,
            String waitFor, boolean paused) {}

    /**
     * One lane now.
     *
     * @param exchange under way, or the last one; null before the first. Its text is for one consumer to drain
     * @param last what was measured last; null before the first
     * @param done samples that ended, the warm-up included
     * @param stopped null while it takes part; else why it takes no part any more, a sentence for the user
     * @param retryMs in how many ms it could be asked again; null if that is unknown or it takes part
     * @param turn null if it is asked now, or not asked any more, or all are asked at once
     */
    record LaneNow(RunningExchange exchange, Sample last, int done, String stopped, Double retryMs, Turn turn) {
        /** Without a turn. */
        public LaneNow(RunningExchange exchange, Sample last, int done, String stopped, Double retryMs) {
            this(exchange, last, done, stopped, retryMs, null);
        }

        LaneNow with(Turn its) {
            return new LaneNow(exchange, last, done, stopped, retryMs, its);
        }
    }

    /**
     * When a lane is asked next.
     *
     * @param place 1 if it is the next one, 2 for the one after it and so on
     * @param leftMs about how long until then; null if unknown
     */
    record Turn(int place, Double leftMs) {}
}
