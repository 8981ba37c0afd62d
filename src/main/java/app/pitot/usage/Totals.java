package app.pitot.usage;

import java.util.Map;

/**
 * What requests came to. Each attempt that was made is one request.
 *
 * @param requests that have ended
 * @param sent of these, those that left this machine
 * @param limited of the refused, those over a quota window
 * @param tooLong of all, those whose prompt was over the context of the model or the plan
 * @param promptTokens cached ones among them
 * @param completionTokens reasoning among them
 * @param estimated requests whose completion tokens are an estimate
 * @param unknown requests that were taken and of whose tokens nothing is known: they count with none
 * @param costMicros millionths of a US dollar, of the requests whose price is known
 * @param reportedMicros of these, what the provider named; the rest is tokens times listed prices
 * @param priced requests with a cost
 * @param limitedBy of {@code limited}, by the window that refused, such as {@code requests/minute}; those of which the provider
 *     did not say are in none
 * @param ttftMs null if never measured
 * @param tokensPerSecond output speed where the provider counted the tokens; null if never measured
 */
public record Totals(long requests, long sent, long complete, long truncated, long stopped, long refused, long limited,
        long tooLong, long failed, long promptTokens, long completionTokens, long reasoningTokens, long cachedTokens,
        long estimated, long unknown, long costMicros, long reportedMicros, long priced, Map<String, Long> limitedBy,
        Quartiles ttftMs, Quartiles tokensPerSecond) {
    public static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(),
            null, null);

    public Totals {
        limitedBy = Map.copyOf(limitedBy);
    }

    /** Prompt and completion. */
    public long tokens() {
        return promptTokens + completionTokens;
    }

    /** Requests that the provider worked on, so that they cost something. */
    public long taken() {
        return Math.max(0, sent - refused);
    }

    /** The share of the requests that were taken whose cost is known, 0 to 1; null if there were none. */
    public Double coverage() {
        return taken() == 0 ? null : Double.valueOf(Math.min(1, (double) priced / taken()));
    }
}
