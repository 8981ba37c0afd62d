package app.pitot.store;

import app.pitot.api.ServerTiming;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Spending;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;

/** What to write about one exchange. Writing it twice changes nothing, so that a failed write can be repeated. */
sealed interface LedgerRow extends Database.Change {
    String TABLE = "request";
    CheckedTable BEGUN = new CheckedTable(TABLE, "id", "started_ms", "provider", "account", "model",
            "reserved_tokens", "exchange", "attempt");
    CheckedTable ENDED = new CheckedTable(TABLE, "id", "started_ms", "provider", "account", "model",
            "reserved_tokens", "exchange", "attempt", "ended_ms", "outcome", "sent", "finish_reason", "http_status",
            "error_kind",
            "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens", "token_basis", "connect_us",
            "ttft_us", "first_answer_us", "total_us", "output_tps", "server_tps", "chunks", "cost_micros", "upstream",
            "native_finish_reason", "cost_source", "request_id", "server_queue_us", "server_prompt_us",
            "server_completion_us", "server_total_us", "limited_by");

    /**
     * Before it leaves.
     *
     * @param exchange the row of the first attempt; null if this is it
     * @param attempt counted from 1; null for the first
     */
    record Begin(String id, Instant at, String provider, String account, String model, long reserved,
            String exchange, Integer attempt) implements LedgerRow {
        static Begin of(Attempt attempt, ExchangeSpec spec, Instant at, long reserved) {
            boolean first = attempt.number() == 1;
            return new Begin(attempt.id(), at, spec.account().provider().id(), spec.account().id(), spec.model().id(),
                    reserved, first ? null : attempt.exchangeId(), first ? null : attempt.number());
        }

        /** The id by which the exchange's reply knows it. */
        String exchangeId() {
            return exchange == null ? id : exchange;
        }

        @Override
        public void write(Connection connection) throws SQLException {
            if (!archived(connection)) {
                BEGUN.add(connection, values());
            }
        }

        /** True if it ended so long ago that it stands there already, as what a journal kept for long may have. */
        private boolean archived(Connection connection) throws SQLException {
            return Archive.has(connection, id, at.toEpochMilli());
        }

        private Object[] values() {
            return new Object[]{id, at.toEpochMilli(), provider, account, model, reserved, exchange, attempt};
        }
    }

    /**
     * After it ended. The conversation's reply, if it has one, ends in the same transaction.
     *
     * @param result null if that is somebody else's to do
     */
    record End(Begin begin, Object[] values, ExchangeResult result) implements LedgerRow {
        private static final int VALUES = 28;
        private static final ServerTiming NO_TIMING = new ServerTiming(null, null, null, null);

        public End {
            if (values.length != VALUES) {
                throw new IllegalArgumentException(values.length + " values of a request that ended");
            }
        }

        /** @param values perhaps of an earlier version, which wrote fewer of them */
        static End read(Begin begin, Object[] values) {
            return new End(begin, Arrays.copyOf(values, Math.max(values.length, VALUES)), null);
        }

        /** @param last true if the reply ends with this attempt */
        static End of(Attempt attempt, ExchangeResult result, boolean last, Instant now) {
            var usage = result.usage();
            var error = result.error();
            var speed = result.speed();
            var details = result.details();
            var server = details.timing() == null ? NO_TIMING : details.timing();
            boolean reported = usage != null && usage.completionTokens() != null;
            var reserved = result.reservation() == null ? 0 : result.reservation().tokens();
            var begin = Begin.of(attempt, result.spec(), result.startedAt(), reserved);
            return new End(begin, new Object[]{now.toEpochMilli(), Stored.word(result.outcome()),
                result.reservation() != null, result.finishReason(), error == null ? null : error.httpStatus(),
                error == null ? null : Stored.word(error.kind()), Spending.promptTokens(result),
                reported ? usage.completionTokens() : speed.outputTokens(),
                usage == null ? null : usage.reasoningTokens(), usage == null ? null : usage.cachedTokens(),
                Stored.word(reported ? TokenBasis.USAGE : TokenBasis.ESTIMATE), micros(speed.connectMs()),
                micros(speed.ttftMs()), micros(speed.firstAnswerMs()), micros(speed.totalMs()),
                thousandths(speed.outputTokensPerSecond()), thousandths(speed.serverTokensPerSecond()), speed.chunks(),
                microUsd(result.cost()), details.served().by(), details.served().nativeFinishReason(),
                details.costSource() == null ? null : Stored.word(details.costSource()), details.headers().requestId(),
                microsOf(server.queueSeconds()), microsOf(server.promptSeconds()), microsOf(server.completionSeconds()),
                microsOf(server.totalSeconds()), error == null ? null : LimitedBy.name(error.window())},
                    last ? result : null);
        }

        @Override
        public void write(Connection connection) throws SQLException {
            var there = ENDED.find(connection, "WHERE id = ?", Known::of, begin.id());
            // None if the first row has gone with a damaged file; a damaged one is written anew.
            var known = there.isEmpty() ? new Known(null, begin.archived(connection)) : there.getFirst();
            if (!there.isEmpty() && known.begun() == null || !known.ended()) {
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
            var all = new ArrayList<Object>(Arrays.asList(first.values()));
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
                                row.getLong("reserved_tokens"), row.getString("exchange"),
                                row.getObject("attempt") == null ? null : Integer.valueOf(row.getInt("attempt")))
                        : null, ended);
            }
        }

        private static Long microsOf(Double seconds) {
            return seconds == null ? null : Math.round(seconds * 1_000_000);
        }

        /** What is finer is below what clocks can tell, and takes more room in the archive than all tokens together. */
        private static Double thousandths(Double speed) {
            return speed == null || !(Math.abs(speed) < Integer.MAX_VALUE)
                    ? speed
                    : Double.valueOf(Math.round(speed * 1_000) / 1_000.0);
        }

        private static Long micros(Double millis) {
            return millis == null ? null : Math.round(millis * 1_000);
        }

        private static Long microUsd(BigDecimal usd) {
            return usd == null ? null : usd.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }
}
