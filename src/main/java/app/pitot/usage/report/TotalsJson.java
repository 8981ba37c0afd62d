package app.pitot.usage.report;

import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** What requests came to. What is not known is null. */
final class TotalsJson {
    private TotalsJson() {}

    static ObjectNode write(Totals t) {
        var node = JsonNodeFactory.instance.objectNode().put("requests", t.requests()).put("sent", t.sent())
                .put("complete", t.complete()).put("truncated", t.truncated()).put("stopped", t.stopped())
                .put("refused", t.refused()).put("limited", t.limited()).put("tooLong", t.tooLong())
                .put("failed", t.failed());
        var by = node.putObject("limitedBy");
        new TreeMap<>(t.limitedBy()).forEach(by::put);
        boolean tokens = Known.tokens(t);
        node.put("promptTokens", tokens ? t.promptTokens() : null)
                .put("completionTokens", tokens ? t.completionTokens() : null)
                .put("reasoningTokens", tokens ? t.reasoningTokens() : null)
                .put("cachedTokens", tokens ? t.cachedTokens() : null).put("estimated", t.estimated())
                .put("unknown", t.unknown());
        boolean cost = Known.cost(t);
        node.put("costMicros", cost ? t.costMicros() : null)
                .put("costReportedMicros", cost ? t.reportedMicros() : null)
                .put("costEstimatedMicros", cost ? t.costMicros() - t.reportedMicros() : null)
                .put("priced", t.priced()).put("taken", t.taken()).put("coverage", t.coverage());
        node.set("ttftMs", quartiles(t.ttftMs()));
        node.set("outputTokensPerSecond", quartiles(t.tokensPerSecond()));
        return node;
    }

    private static ObjectNode quartiles(Quartiles q) {
        return q == null
                ? null
                : JsonNodeFactory.instance.objectNode().put("values", q.count()).put("lowerQuartile", q.low())
                        .put("median", q.median()).put("upperQuartile", q.high());
    }
}
