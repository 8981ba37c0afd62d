package app.pitot.ui.requests;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.base.Provenance;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.RequestRow;
import java.time.Instant;

/** Rows of a ledger as tests need them. */
final class Rows {
    static final Instant NOW = Instant.parse("2026-04-14T14:12:05Z");

    private Rows() {}

    /** The {@code n}th second before {@link #NOW}. */
    static RequestRow complete(int n) {
        return of("id-" + String.format("%06d", n), n, Outcome.COMPLETE, null, "gpt-oss-120b", "simulator");
    }

    static RequestRow open(int n) {
        var row = complete(n);
        return new RequestRow(row.id(), row.exchange(), 1, row.startedAt(), null, row.provider(), row.account(),
                row.model(), null, true, null, null, null, null, 1_336, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, true);
    }

    static RequestRow limited(int n) {
        var row = complete(n);
        return new RequestRow(row.id(), row.exchange(), 1, row.startedAt(), row.startedAt().plusMillis(40),
                row.provider(), row.account(), row.model(), Outcome.REFUSED, true, null, 429, ErrorKind.RATE_LIMIT,
                "requests/minute", 1_336, null, null, null, null, null, 12.0, null, null, 40.0, null, null, null, null,
                null, null, null, "req-" + n, null, true);
    }

    /** Another attempt of {@code first}'s exchange. */
    static RequestRow again(RequestRow first, int n, int attempt) {
        var row = complete(n);
        return new RequestRow(row.id(), first.exchange(), attempt, row.startedAt(), row.endedAt(), row.provider(),
                row.account(), row.model(), row.outcome(), true, row.finishReason(), row.httpStatus(), null, null,
                row.reservedTokens(), row.promptTokens(), row.completionTokens(), row.reasoningTokens(),
                row.cachedTokens(), row.basis(), row.connectMs(), row.ttftMs(), row.firstAnswerMs(), row.totalMs(),
                row.tokensPerSecond(), row.serverTokensPerSecond(), row.chunks(), row.costMicros(), row.costSource(),
                null, null, row.requestId(), row.timing(), true);
    }

    static RequestRow of(String id, int n, Outcome outcome, ErrorKind error, String model, String account) {
        var at = NOW.minusSeconds(n);
        return new RequestRow(id, id, 1, at, at.plusMillis(980), "simulator", account, model, outcome, true, "stop",
                200, error, null, 1_336, 312, 1_204, 412, 64, TokenBasis.USAGE, 38.0, 142.0, 388.0, 580.0, 2_987.0,
                2_951.0, 210, 900L, Provenance.ESTIMATED, null, null, "chatcmpl-" + id,
                new ServerTiming(0.012, 0.034, 0.41, 0.456), true);
    }
}
