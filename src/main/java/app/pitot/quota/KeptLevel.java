package app.pitot.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a window stood when a reply had ended.
 *
 * @param at by the wall clock
 */
public record KeptLevel(Instant at, WindowState state) {
    /** What was left to the fraction, without what was in flight then; null if unknown. */
    Double leftWithoutReserved() {
        if (state.remaining() == null || state.limit() == null) {
            return null;
        }
        var perMilli = (double) state.limit() / state.period().length().toMillis();
        var left = state.nextMs() == null ? state.remaining() : switch (state.next()) {
            case FULL_AGAIN -> state.limit() - state.nextMs() * perMilli;
            case ONE_MORE -> state.remaining() + 1 - state.nextMs() * perMilli;
            case RESET, NOTHING -> state.remaining();
        };
        return left + state.reserved();
    }

    /** When its present period ends; null if it has none, or nobody knows. */
    Instant resetsAt() {
        var millis = state.next() == WindowState.Next.RESET ? state.nextMs() : state.reportedResetMs();
        return millis == null ? null : at.plusMillis(Math.round(millis));
    }

    /** When the provider last told of it; null if never. */
    Instant reportedAt() {
        return state.ageMs() == null ? null : at.minus(Duration.ofMillis(state.ageMs()));
    }
}
