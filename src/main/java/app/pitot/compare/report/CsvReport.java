package app.pitot.compare.report;

import app.pitot.api.ApiError;
import app.pitot.api.ServerTiming;
import app.pitot.api.Usage;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.Sample;
import app.pitot.transfer.CsvText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row for each sample, as RFC 4180 has it. The columns are those of {@code src/docs/formats/comparison.md}; new ones come
 * last. What a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CsvReport {
    private static final String COLUMNS = "comparison,set,started_at,app_version,mode,prompt_sha256,lane,account,provider,"
            + "model,round,place,counts,sent_at,held_ms,outcome,finish_reason,connect_ms,reused,protocol,ttft_ms,"
            + "first_answer_ms,total_ms,output_tokens_per_s,end_to_end_tokens_per_s,text_bytes_per_s,server_tokens_per_s,"
            + "network_ms,server_queue_ms,server_prompt_ms,server_completion_ms,server_total_ms,prompt_tokens,"
            + "cached_tokens,output_tokens,reasoning_tokens,token_basis,text_bytes,answer_characters,flags,cost_usd,"
            + "cost_source,served_by,http_status,error_kind,error,exchange,asked_again";
    private static final ServerTiming NO_TIMING = new ServerTiming(null, null, null, null);
    private static final Usage NO_USAGE = new Usage(null, null, null, null, null);
    private static final ApiError NO_ERROR = new ApiError(null, null, null, null, null, null);
    private static final double MILLIS = 1_000;

    private CsvReport() {}

    /** The names of the columns, in their order. */
    public static List<String> columns() {
        return List.of(COLUMNS.split(","));
    }

    public static String of(Comparison run) {
        var csv = new StringBuilder(CsvText.line(columns()));
        for (var sample : run.samples()) {
            var cells = new ArrayList<String>();
            head(cells, run, sample);
            timing(cells, sample);
            rest(cells, sample);
            csv.append(CsvText.line(cells));
        }
        return csv.toString();
    }

    private static void head(List<String> cells, Comparison run, Sample sample) {
        cells.add(CsvText.text(run.id()));
        cells.add(CsvText.text(run.name()));
        cells.add(run.startedAt().toString());
        cells.add(CsvText.text(run.appVersion()));
        cells.add(CsvText.word(run.mode()));
        cells.add(CsvText.text(run.promptHash()));
        cells.add(Lane.letter(sample.lane()));
        var lane = sample.lane() >= 0 && sample.lane() < run.lanes().size() ? run.lanes().get(sample.lane()) : null;
        cells.add(lane == null ? "" : CsvText.text(lane.accountName()));
        cells.add(lane == null ? "" : CsvText.text(lane.provider()));
        cells.add(lane == null ? "" : CsvText.text(lane.modelId()));
        cells.add(String.valueOf(sample.round()));
        cells.add(String.valueOf(sample.place()));
        cells.add(sample.counts() ? "1" : "0");
        cells.add(sample.startedAt().toString());
        cells.add(CsvText.number(sample.heldMs()));
        cells.add(CsvText.word(sample.outcome()));
        cells.add(CsvText.text(sample.finishReason()));
    }

    private static void timing(List<String> cells, Sample sample) {
        var speed = sample.speed();
        cells.add(CsvText.number(speed.connectMs()));
        cells.add(speed.reused() ? "1" : "0");
        cells.add(CsvText.text(sample.protocol()));
        cells.add(CsvText.number(speed.ttftMs()));
        cells.add(CsvText.number(speed.firstAnswerMs()));
        cells.add(CsvText.number(speed.totalMs()));
        cells.add(CsvText.number(speed.outputTokensPerSecond()));
        cells.add(CsvText.number(speed.endToEndTokensPerSecond()));
        cells.add(CsvText.number(Measure.TEXT_SPEED.of(sample)));
        cells.add(CsvText.number(speed.serverTokensPerSecond()));
        cells.add(CsvText.number(speed.networkMs()));
        var server = sample.timing() == null ? NO_TIMING : sample.timing();
        cells.add(millis(server.queueSeconds()));
        cells.add(millis(server.promptSeconds()));
        cells.add(millis(server.completionSeconds()));
        cells.add(millis(server.totalSeconds()));
    }

    private static void rest(List<String> cells, Sample sample) {
        var usage = sample.usage() == null ? NO_USAGE : sample.usage();
        var speed = sample.speed();
        cells.add(CsvText.whole(usage.promptTokens()));
        cells.add(CsvText.whole(usage.cachedTokens()));
        cells.add(CsvText.whole(speed.outputTokens()));
        cells.add(CsvText.whole(speed.reasoningTokens()));
        cells.add(speed.outputTokens() == null ? "" : CsvText.word(speed.basis()));
        cells.add(String.valueOf(speed.textBytes()));
        cells.add(String.valueOf(sample.answer().codePointCount(0, sample.answer().length())));
        cells.add(speed.flags().stream().sorted().map(CsvText::word).collect(Collectors.joining(" ")));
        cells.add(sample.cost() == null ? "" : sample.cost().toPlainString());
        cells.add(sample.costSource() == null ? "" : CsvText.word(sample.costSource()));
        cells.add(CsvText.text(sample.served().by()));
        var error = sample.error() == null ? NO_ERROR : sample.error();
        cells.add(CsvText.whole(error.httpStatus()));
        cells.add(error.kind() == null ? "" : CsvText.word(error.kind()));
        cells.add(CsvText.text(error.message()));
        cells.add(CsvText.text(sample.exchangeId()));
        cells.add(sample.again() ? "1" : "0");
    }

    private static String millis(Double seconds) {
        return seconds == null ? "" : CsvText.number(seconds * MILLIS);
    }
}
