package app.pitot.exchange;

/**
 * What the replies of one model of one account are like; null where none has told yet.
 *
 * @param outputTokens half of the replies are longer
 * @param ttftMs until the first token, in the middle of the last replies since the app began; before the first, of earlier runs
 * @param tokensPerSecond while they arrive, in the middle of the same
 */
public record Typical(Long outputTokens, Double ttftMs, Double tokensPerSecond) {
    public static final Typical UNKNOWN = new Typical(null, null, null);
}
