package app.pitot.store;

import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** What to write about one exchange. Writing it twice changes nothing, so that a failed write can be repeated. */
sealed interface LedgerRow extends Database.Change {
    /** Before it leaves. */
    record Begin(String id, Instant at, String provider, String account, String model, long reserved)
            implements
                LedgerRow {
        static Begin of(String id, ExchangeSpec spec, Instant at, long reserved) {
            return new Begin(id, at, spec.account().provider().id(), spec.account().id(), spec.model().id(), reserved);
        }

        @Override
        public void write(Connection connection) throws SQLException {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""")) {
                Sql.bind(insert, id, at.toEpochMilli(), provider, account, model, reserved);
                insert.executeUpdate();
            }
        }
    }

    /**
     * After it ended. The conversation's reply, if it has one, ends in the same transaction.
     *
     * @param result null if that is somebody else's to do
     */
    record End(Begin begin, Object[] values, ExchangeResult result) implements LedgerRow {
        static End of(ExchangeResult result, Instant now) {
            var usage = result.usage();
            var error = result.error();
            var speed = result.speed();
            var details = result.details();
            boolean reported = usage != null && usage.completionTokens() != null;
            var reserved = result.reservation() == null ? 0 : result.reservation().tokens();
            var begin = Begin.of(result.id(), result.spec(), result.startedAt(), reserved);
            return new End(begin, new Object[]{now.toEpochMilli(), lower(result.outcome()),
                result.reservation() != null, result.finishReason(), error == null ? null : error.httpStatus(),
                error == null ? null : lower(error.kind()), usage == null ? null : usage.promptTokens(),
                reported ? usage.completionTokens() : speed.outputTokens(),
                usage == null ? null : usage.reasoningTokens(), usage == null ? null : usage.cachedTokens(),
                lower(reported ? TokenBasis.USAGE : TokenBasis.ESTIMATE), micros(speed.connectMs()),
                micros(speed.ttftMs()), micros(speed.firstAnswerMs()), micros(speed.totalMs()),
                speed.outputTokensPerSecond(), speed.serverTokensPerSecond(), speed.chunks(),
                microUsd(result.cost()), details.served().by(), details.served().nativeFinishReason(),
                details.costSource() == null ? null : lower(details.costSource()), details.headers().requestId(),
                result.id()}, result);
        }

        @Override
        public void write(Connection connection) throws SQLException {
            // The first row may have gone with a damaged file.
            begin.write(connection);
            try (var update = connection.prepareStatement("""
                    UPDATE request SET ended_ms = ?, outcome = ?, sent = ?, finish_reason = ?, http_status = ?,
                      error_kind = ?, prompt_tokens = ?, completion_tokens = ?, reasoning_tokens = ?,
                      cached_tokens = ?, token_basis = ?, connect_us = ?, ttft_us = ?, first_answer_us = ?,
                      total_us = ?, output_tps = ?, server_tps = ?, chunks = ?, cost_micros = ?,
                      upstream = ?, native_finish_reason = ?, cost_source = ?, request_id = ?
                    WHERE id = ?""")) {
                Sql.bind(update, values);
                update.executeUpdate();
            }
            if (result != null) {
                HistoryChange.End.of(connection, result);
            }
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private static Long micros(Double millis) {
            return millis == null ? null : Math.round(millis * 1_000);
        }

        private static Long microUsd(BigDecimal usd) {
            return usd == null ? null : usd.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }
}
