package app.pitot.quota;

/**
 * What one request in flight takes from the windows before it is answered.
 *
 * @param id unique within its meter
 * @param inputTokens our estimate of the prompt
 * @param outputTokens max tokens, or what the plan sets aside when none is set
 * @param sentNanos ticker reading when it was made
 */
public record Reservation(long id, long inputTokens, long outputTokens, long sentNanos) {
    /** Input and output together. */
    public long tokens() {
        return inputTokens + outputTokens;
    }
}
