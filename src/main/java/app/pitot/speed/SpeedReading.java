package app.pitot.speed;

import java.util.Set;

/**
 * What one stream's timing means, live or final. Null is unknown and shown as an en dash. Times are milliseconds from
 * {@code t_send0} unless said; speeds are output tokens per second.
 *
 * @param connectMs DNS, TCP and TLS together; null if the connection was reused or never opened
 * @param reused true if the request went over an open connection
 * @param ttftMs to the first token of any kind
 * @param firstAnswerMs to the first token that is not reasoning
 * @param totalMs to the last token
 * @param outputTokensPerSecond while tokens arrive, without those of the first arrival
 * @param endToEndTokensPerSecond tokens over {@code totalMs}: includes the wait
 * @param serverTokensPerSecond by the provider's own clock
 * @param networkMs wait or time that the provider's own figures do not explain; null if unknown or negative
 * @param outputTokens streamed tokens, by {@code basis}
 * @param reasoningTokens of these; null if the provider did not say
 * @param textBytes UTF-8 length of all text
 * @param basis what the token count rests on
 * @param live true while the stream runs: the speed is then that of the last second
 * @param errorPercent bound on the error of {@code outputTokensPerSecond} from the size of the first arrival, or null
 * @param silentMs live: time since the last text, or since sending before any; a keep-alive does not end it; final: 0
 * @param stalled live: the silence counts as a stall
 * @param chunks events with a JSON payload
 */
public record SpeedReading(Double connectMs, boolean reused, Double ttftMs, Double firstAnswerMs, Double totalMs,
        Double outputTokensPerSecond, Double endToEndTokensPerSecond, Double serverTokensPerSecond, Double networkMs,
        Integer outputTokens, Integer reasoningTokens, long textBytes, TokenBasis basis, boolean live,
        Double errorPercent, double silentMs, boolean stalled, int chunks, Rhythm rhythm, Set<SpeedFlag> flags) {
    public SpeedReading {
        flags = Set.copyOf(flags);
    }

    /** Before anything has run. */
    public static final SpeedReading NONE = new SpeedReading(null, false, null, null, null, null, null, null, null,
            null, null, 0, TokenBasis.ESTIMATE, false, null, 0, false, 0, Rhythm.NONE, Set.of());

    /** True if the figures are estimates and wear a "≈". */
    public boolean estimated() {
        return basis == TokenBasis.ESTIMATE;
    }
}
