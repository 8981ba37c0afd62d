package app.pitot.simulator;

import app.pitot.provider.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
 * @param tallies what became of the chat requests since the start, by model
 */
public record SimulatorState(String planId, List<LimitState> limits, long admitted, long refused, int inFlight,
        long reservedTokens, long tokensCharged, LocalDate day, long admittedToday, long tokensToday,
        List<Reply> recent, List<Seen> seen, List<Tally> tallies) {
    public SimulatorState {
        limits = List.copyOf(limits);
        recent = List.copyOf(recent);
        seen = List.copyOf(seen);
        tallies = List.copyOf(tallies);
    }

    SimulatorState with(List<Seen> whoAsked, List<Tally> whatBecame) {
        return new SimulatorState(planId, limits, admitted, refused, inFlight, reservedTokens, tokensCharged, day,
                admittedToday, tokensToday, recent, whoAsked, whatBecame);
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
     * What became of the chat requests for one model. One that was answered with no other status than 200 is one of {@code whole},
     * {@code broken} and {@code left}, still under way, or an error that comes with that status.
     *
     * @param model as it was asked for; empty for all beyond the first few dozen
     * @param statuses how often each was the answer, but 200
     * @param limited refused over a window of the plan
     * @param overContext refused because prompt and reply were over the context
     * @param whole replies that were sent to their end
     * @param broken replies that a fault ended
     * @param left replies that the client ended
     * @param told replies whose usage the client was told; the tokens are theirs
     * @param usd what those cost; 0 where no prices are listed
     */
    public record Tally(String model, long requests, Map<Integer, Long> statuses, long limited, long overContext,
            long whole, long broken, long left, long told, long promptTokens, long completionTokens,
            long reasoningTokens, long cachedTokens, BigDecimal usd) {}

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
