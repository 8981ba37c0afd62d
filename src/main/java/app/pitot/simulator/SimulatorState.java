package app.pitot.simulator;

import app.pitot.provider.Limit;
import java.time.LocalDate;
import java.util.List;

/**
 * The simulator's own books, exact, taken in one instant.
 *
 * @param planId the plan in force
 * @param limits by pool, in the plan's order
 * @param admitted requests since the start
 * @param refused requests refused by a limit since the start
 * @param inFlight admitted requests that are not settled yet
 * @param reservedTokens what those hold; part of the charged figures
 * @param tokensCharged since the start
 * @param day the current UTC day
 * @param admittedToday requests
 * @param tokensToday tokens charged to requests that were admitted today
 * @param recent what the last replies really were, oldest first, at most 64
 * @param seen the last request to each path
 */
public record SimulatorState(String planId, List<LimitState> limits, long admitted, long refused, int inFlight,
        long reservedTokens, long tokensCharged, LocalDate day, long admittedToday, long tokensToday,
        List<Reply> recent, List<Seen> seen) {
    public SimulatorState {
        limits = List.copyOf(limits);
        recent = List.copyOf(recent);
        seen = List.copyOf(seen);
    }

    SimulatorState withSeen(List<Seen> value) {
        return new SimulatorState(planId, limits, admitted, refused, inFlight, reservedTokens, tokensCharged, day,
                admittedToday, tokensToday, recent, value);
    }

    /**
     * What a request had with it; of the key nothing but that a header of that name was there.
     *
     * @param headers names in lower case, in order
     * @param userAgent null if it did not say
     * @param attribution names of those headers that say which application asks
     * @param fields names in the body, of the first level and the second, as in {@code messages[].role}; empty without one
     */
    public record Seen(String method, String path, List<String> headers, String userAgent, List<String> attribution,
            List<String> fields) {}

    /**
     * One limit.
     *
     * @param pool who draws on it: a model's id, how such ids end, or empty for all models
     * @param remaining exact; may be fractional, and negative when a reply cost more than its reservation
     * @param remainingFloor what the headers say: whole, 0 or more
     * @param resetSeconds until full for a bucket, until the boundary for a fixed window; 0 if full
     */
    public record LimitState(String pool, Limit limit, double remaining, long remainingFloor, double resetSeconds) {}

    /**
     * One finished stream as the server timed it.
     *
     * @param chunks events with text
     * @param firstMs from the arrival of the request until the first event with text was written
     * @param lastMs the same for the last event with text
     * @param speed tokens per second that were aimed at
     */
    public record Reply(String id, String model, int promptTokens, int completionTokens, int reasoningTokens,
            int chunks,
            double firstMs, double lastMs, double speed) {}
}
