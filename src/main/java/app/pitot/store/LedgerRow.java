package app.pitot.store;

import app.pitot.api.ServerTiming;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What to write about one exchange. Writing it twice changes nothing, so that a failed write can be repeated. */
sealed interface LedgerRow extends Database.Change {
    String TABLE = "request";
    CheckedTable BEGUN = new CheckedTable(TABLE, "id", "started_ms", "provider", "account", "model",
            "reserved_tokens");
    CheckedTable ENDED = new CheckedTable(TABLE, "id", "started_ms", "provider", "account", "model",
            "reserved_tokens", "ended_ms", "outcome", "sent", "finish_reason", "http_status", "error_kind",
            "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens", "token_basis", "connect_us",
            "ttft_us", "first_answer_us", "total_us", "output_tps", "server_tps", "chunks", "cost_micros", "upstream",
            "native_finish_reason", "cost_source", "request_id", "server_queue_us", "server_prompt_us",
            "server_completion_us", "server_total_us");

    /** Before it leaves. */
    record Begin(String id, Instant at, String provider, String account, String model, long reserved)
            implements
                LedgerRow {
        static Begin of(String id, ExchangeSpec spec, Instant at, long reserved) {
            return new Begin(id, at, spec.account().provider().id(), spec.account().id(), spec.model().id(), reserved);
        }

        @Override
        public void write(Connection connection) throws SQLException {
            BEGUN.add(connection, id, at.toEpochMilli(), provider, account, model, reserved);
        }
    }

    /**
     * After it ended. The conversation's reply, if it has one, ends in the same transaction.
     *
     * @param result null if that is somebody else's to do
     */
    record End(Begin begin, Object[] values, ExchangeResult result) implements LedgerRow {
        private static final int VALUES = 27;
        private static final ServerTiming NO_TIMING = new ServerTiming(null, null, null, null);

        public End {
            if (values.length != VALUES) {
                throw new IllegalArgumentException(values.length + " values of a request that ended");
            }
        }

        static End of(ExchangeResult result, Instant now) {
            var usage = result.usage();
            var error = result.error();
            var speed = result.speed();
            var details = result.details();
            var server = details.timing() == null ? NO_TIMING : details.timing();
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
                microsOf(server.queueSeconds()), microsOf(server.promptSeconds()), microsOf(server.completionSeconds()),
                microsOf(server.totalSeconds())}, result);
        }

        @Override
        public void write(Connection connection) throws SQLException {
            var there = ENDED.find(connection, "WHERE id = ?", Known::of, begin.id());
            // None if the first row has gone with a damaged file; a damaged one is written anew.
            var known = there.isEmpty() ? new Known(null, false) : there.getFirst();
            if (known.begun() == null || !known.ended()) {
                ENDED.put(connection, true, values(known.begun() == null ? begin : known.begun()));
            }
            if (!known.ended()) {
                RollUps.count(connection, begin.id());
            }
            if (result != null) {
                HistoryChange.End.of(connection, result);
            }
        }

        private Object[] values(Begin first) {
            var all = new ArrayList<Object>(List.of(first.id(), first.at().toEpochMilli(), first.provider(),
                    first.account(), first.model(), first.reserved()));
            all.addAll(Arrays.asList(values));
            return all.toArray();
        }

        /**
         * What is known of the row before.
         *
         * @param begun null if it is not what was written
         */
        private record Known(Begin begun, boolean ended) {
            static Known of(ResultSet row, boolean good) throws SQLException {
                boolean ended = row.getObject("ended_ms") != null;
                return new Known(good
                        ? new Begin(row.getString("id"), Instant.ofEpochMilli(row.getLong("started_ms")),
                                row.getString("provider"), row.getString("account"), row.getString("model"),
                                row.getLong("reserved_tokens"))
                        : null, ended);
            }
        }

        private static Long microsOf(Double seconds) {
            return seconds == null ? null : Math.round(seconds * 1_000_000);
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
