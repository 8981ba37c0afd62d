package app.pitot.usage.report;

import app.pitot.api.ServerTiming;
import app.pitot.transfer.CsvText;
import app.pitot.usage.RequestRow;
import java.util.ArrayList;
import java.util.List;

/** One request as a row. */
final class RequestCells {
    static final String COLUMNS = "id,exchange,attempt,started_at,ended_at,provider,account_id,account,model,status,"
            + "outcome,sent,finish_reason,http_status,error_kind,limited_by,reserved_tokens,prompt_tokens,"
            + "completion_tokens,reasoning_tokens,cached_tokens,token_basis,connect_ms,ttft_ms,first_answer_ms,total_ms,"
            + "output_tokens_per_s,server_tokens_per_s,chunks,cost_usd,cost_source,served_by,native_finish_reason,"
            + "request_id,server_queue_ms,server_prompt_ms,server_completion_ms,server_total_ms,intact";
    private static final ServerTiming NO_TIMING = new ServerTiming(null, null, null, null);
    private static final double MILLIS = 1_000;

    private RequestCells() {}

    static List<String> of(RequestRow row, AccountLabels labels) {
        var cells = new ArrayList<String>();
        cells.add(CsvText.text(row.id()));
        cells.add(CsvText.text(row.exchange()));
        cells.add(CsvText.whole(row.attempt()));
        cells.add(row.startedAt().toString());
        cells.add(row.endedAt() == null ? "" : row.endedAt().toString());
        cells.add(CsvText.text(row.provider()));
        cells.add(CsvText.text(row.account()));
        cells.add(CsvText.text(labels.of(row.account())));
        cells.add(CsvText.text(row.model()));
        cells.add(CsvText.word(row.status()));
        cells.add(CsvText.word(row.outcome()));
        cells.add(row.sent() ? "1" : "0");
        cells.add(CsvText.text(row.finishReason()));
        cells.add(CsvText.whole(row.httpStatus()));
        cells.add(CsvText.word(row.error()));
        cells.add(CsvText.text(row.limitedBy()));
        cells.add(CsvText.whole(row.reservedTokens()));
        cells.add(CsvText.whole(row.promptTokens()));
        cells.add(CsvText.whole(row.completionTokens()));
        cells.add(CsvText.whole(row.reasoningTokens()));
        cells.add(CsvText.whole(row.cachedTokens()));
        cells.add(row.completionTokens() == null ? "" : CsvText.word(row.basis()));
        for (var value : new Double[]{row.connectMs(), row.ttftMs(), row.firstAnswerMs(), row.totalMs(),
            row.tokensPerSecond(), row.serverTokensPerSecond()}) {
            cells.add(CsvText.number(value));
        }
        cells.add(CsvText.whole(row.chunks()));
        cells.add(CsvText.usd(row.costMicros()));
        cells.add(CsvText.word(row.costSource()));
        cells.add(CsvText.text(row.upstream()));
        cells.add(CsvText.text(row.nativeFinishReason()));
        cells.add(CsvText.text(row.requestId()));
        var timing = row.timing() == null ? NO_TIMING : row.timing();
        for (var value : new Double[]{timing.queueSeconds(), timing.promptSeconds(), timing.completionSeconds(),
            timing.totalSeconds()}) {
            cells.add(CsvText.number(value == null ? null : value * MILLIS));
        }
        cells.add(row.good() ? "1" : "0");
        return cells;
    }
}
