package app.pitot.usage;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.base.Provenance;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.RequestFilter.Status;
import java.time.Instant;

/**
 * One request as the ledger has it. Null is unknown.
 *
 * @param id of the attempt
 * @param exchange id of the first attempt
 * @param attempt counted from 1
 * @param endedAt null without an end
 * @param provider id
 * @param account id
 * @param model id
 * @param sent false if it never left this machine
 * @param limitedBy the window that refused, such as {@code requests/minute}
 * @param basis of the completion tokens
 * @param tokensPerSecond output speed by our clock
 * @param serverTokensPerSecond by the provider's clock
 * @param costMicros millionths of a US dollar
 * @param costSource REPORTED by the provider or ESTIMATED from listed prices
 * @param upstream the provider behind a router
 * @param requestId the provider's own name for it
 * @param good false if the row is not what was written: its figures may be wrong and are in no sum
 */
public record RequestRow(String id, String exchange, int attempt, Instant startedAt, Instant endedAt, String provider,
        String account, String model, Outcome outcome, boolean sent, String finishReason, Integer httpStatus,
        ErrorKind error, String limitedBy, long reservedTokens, Integer promptTokens, Integer completionTokens,
        Integer reasoningTokens, Integer cachedTokens, TokenBasis basis, Double connectMs, Double ttftMs,
        Double firstAnswerMs, Double totalMs, Double tokensPerSecond, Double serverTokensPerSecond, Integer chunks,
        Long costMicros, Provenance costSource, String upstream, String nativeFinishReason, String requestId,
        ServerTiming timing, boolean good) {
    /** How it stands. */
    public Status status() {
        if (outcome == null) {
            return Status.OPEN;
        }
        return switch (outcome) {
            case COMPLETE -> Status.COMPLETE;
            case TRUNCATED -> Status.TRUNCATED;
            case STOPPED -> Status.STOPPED;
            case FAILED -> Status.FAILED;
            case REFUSED -> error == ErrorKind.RATE_LIMIT
                    ? Status.LIMITED
                    : error == ErrorKind.CONTEXT_LENGTH ? Status.TOO_LONG : Status.REFUSED;
        };
    }
}
