package app.pitot.advice;

import app.pitot.usage.RequestFilter;
import java.util.List;

/**
 * One of the ways in which a plan becomes too small.
 *
 * @param weight how bad it is, 0 or more; only compared with the same signal of another time
 * @param remedies what helps, what costs nothing first; empty while it is fine
 * @param behind the requests that it was read from; null if there are none
 */
public record Signal(Kind kind, Verdict verdict, double weight, Evidence evidence, List<Remedy> remedies,
        RequestFilter behind) {
    /** What is looked at. */
    public enum Kind {
        /** Requests are refused over a quota window. */
        LIMITED,
        /** Prompts are larger than the plan's context. */
        CONTEXT,
        /** A day holds more than the plan's day. */
        DAY,
        /** Steady traffic against the requests of a minute. */
        MINUTE
    }

    /** What helps. Another key never does: limits are the organisation's. */
    public enum Remedy {
        /** Send them further apart. */
        PACE,
        /** Set less aside for the reply. */
        LOWER_CAP,
        /** Leave old turns and parts of documents out. */
        SHORTEN,
        /** Another model has limits of its own. */
        OTHER_MODEL,
        /** Another model has a larger context. */
        LARGER_MODEL,
        /** Leave what can wait until the limit begins anew. */
        WAIT_FOR_RESET,
        /** A plan with more room, which may cost something. */
        OTHER_PLAN,
        /** Say which plan the account is on. */
        SET_PLAN
    }

    public Signal {
        remedies = List.copyOf(remedies);
    }

    static Signal unknown(Kind kind, Evidence.Nothing.Why why) {
        return new Signal(kind, Verdict.UNKNOWN, 0, new Evidence.Nothing(why),
                why == Evidence.Nothing.Why.NO_PLAN ? List.of(Remedy.SET_PLAN) : List.of(), null);
    }
}
