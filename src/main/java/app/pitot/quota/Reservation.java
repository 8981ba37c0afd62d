package app.pitot.quota;

/**
 * What one request in flight takes from the windows before it is answered.
 *
 * @param id unique within its meter
 * @param inputTokens our estimate of the prompt
 * @param outputTokens max tokens, or what the plan sets aside when none is set
 * @param costMicros at most, in millionths of a US dollar, if the prices are known and something bounds the output; else
 *     what is known of it, 0 if nothing is
 * @param sentNanos when it was made, by the meter's own time
 */
public record Reservation(long id, long inputTokens, long outputTokens, long costMicros, long sentNanos) {
    /** Of unknown cost. */
    public Reservation(long id, long inputTokens, long outputTokens, long sentNanos) {
        this(id, inputTokens, outputTokens, 0, sentNanos);
    }

    /** Input and output together. */
    public long tokens() {
        return inputTokens + outputTokens;
    }
}
