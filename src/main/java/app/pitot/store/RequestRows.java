package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.base.Provenance;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.RequestRow;
import java.sql.SQLException;
import java.time.Instant;

/** Reads rows of the ledger as they are shown, also of a file of an earlier schema, which lacks some columns. */
final class RequestRows {
    private static final double THOUSAND = 1_000;
    private static final double MILLION = 1_000_000;

    private final RowValues row;

    private RequestRows(RowValues row) {
        this.row = row;
    }

    /** @param good false if the row is not what was written */
    static RequestRow read(RowValues row, boolean good) throws SQLException {
        return new RequestRows(row).read(good);
    }

    private RequestRow read(boolean good) throws SQLException {
        var id = row.there("id");
        var exchange = text("exchange");
        var attempt = whole("attempt");
        var ended = number("ended_ms");
        return new RequestRow(id, exchange == null ? id : exchange, attempt == null ? 1 : attempt,
                Instant.ofEpochMilli(row.number("started_ms")), ended == null ? null : Instant.ofEpochMilli(ended),
                row.there("provider"), row.there("account"), row.there("model"),
                Stored.word(text("outcome"), Outcome.class), row.number("sent") > 0, text("finish_reason"),
                whole("http_status"), Stored.word(text("error_kind"), ErrorKind.class), text("limited_by"),
                row.number("reserved_tokens"), whole("prompt_tokens"), whole("completion_tokens"),
                whole("reasoning_tokens"), whole("cached_tokens"), Stored.word(text("token_basis"), TokenBasis.class),
                parts("connect_us", THOUSAND), parts("ttft_us", THOUSAND), parts("first_answer_us", THOUSAND),
                parts("total_us", THOUSAND), parts("output_tps", 1), parts("server_tps", 1), whole("chunks"),
                number("cost_micros"), Stored.word(text("cost_source"), Provenance.class), text("upstream"),
                text("native_finish_reason"), text("request_id"), timing(),
                good);
    }

    private ServerTiming timing() throws SQLException {
        var timing = new ServerTiming(parts("server_queue_us", MILLION), parts("server_prompt_us", MILLION),
                parts("server_completion_us", MILLION), parts("server_total_us", MILLION));
        return timing.equals(new ServerTiming(null, null, null, null)) ? null : timing;
    }

    private String text(String column) throws SQLException {
        return row.text(column);
    }

    private Long number(String column) throws SQLException {
        return row.whole(column);
    }

    /** Nothing that is written is out of this range; what a damaged row says is shown as far as it goes. */
    private Integer whole(String column) throws SQLException {
        var found = number(column);
        return found == null ? null : Integer.valueOf(Math.clamp(found, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private Double parts(String column, double whole) throws SQLException {
        var found = row.real(column);
        return found == null ? null : Double.valueOf(found / whole);
    }
}
