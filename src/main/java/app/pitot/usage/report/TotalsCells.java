package app.pitot.usage.report;

import app.pitot.transfer.CsvText;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What requests came to, as cells. What is not known is empty. */
final class TotalsCells {
    static final String COLUMNS = "requests,sent,complete,truncated,stopped,refused,limited,limited_by,too_long,failed,"
            + "prompt_tokens,completion_tokens,reasoning_tokens,cached_tokens,requests_with_estimated_tokens,"
            + "requests_with_unknown_tokens,cost_usd,cost_reported_usd,cost_estimated_usd,requests_priced,"
            + "requests_to_price,ttft_values,ttft_q1_ms,ttft_median_ms,ttft_q3_ms,speed_values,"
            + "output_q1_tokens_per_s,output_median_tokens_per_s,output_q3_tokens_per_s";

    private TotalsCells() {}

    static List<String> of(Totals t) {
        var cells = new ArrayList<String>();
        for (long count : new long[]{t.requests(), t.sent(), t.complete(), t.truncated(), t.stopped(), t.refused(),
            t.limited()}) {
            cells.add(CsvText.whole(count));
        }
        cells.add(CsvText.text(limitedBy(t)));
        cells.add(CsvText.whole(t.tooLong()));
        cells.add(CsvText.whole(t.failed()));
        for (long tokens : new long[]{t.promptTokens(), t.completionTokens(), t.reasoningTokens(), t.cachedTokens()}) {
            cells.add(Known.tokens(t) ? CsvText.whole(tokens) : "");
        }
        cells.add(CsvText.whole(t.estimated()));
        cells.add(CsvText.whole(t.unknown()));
        cells.add(CsvText.usd(Known.cost(t) ? t.costMicros() : null));
        cells.add(CsvText.usd(Known.cost(t) ? t.reportedMicros() : null));
        cells.add(CsvText.usd(Known.cost(t) ? t.costMicros() - t.reportedMicros() : null));
        cells.add(CsvText.whole(t.priced()));
        cells.add(CsvText.whole(t.taken()));
        quartiles(cells, t.ttftMs());
        quartiles(cells, t.tokensPerSecond());
        return cells;
    }

    private static String limitedBy(Totals t) {
        return new TreeMap<>(t.limitedBy()).entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void quartiles(List<String> cells, Quartiles q) {
        cells.add(q == null ? "" : CsvText.whole(q.count()));
        cells.add(q == null ? "" : CsvText.number(q.low()));
        cells.add(q == null ? "" : CsvText.number(q.median()));
        cells.add(q == null ? "" : CsvText.number(q.high()));
    }
}
