package app.pitot.usage.report;

import app.pitot.api.ServerTiming;
import app.pitot.history.json.Fields;
import app.pitot.usage.RequestRow;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One request as an object. What is not known is absent. */
final class RequestJson {
    private RequestJson() {}

    static ObjectNode write(RequestRow row, AccountLabels labels) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "id", row.id());
        Fields.put(node, "exchange", row.exchange());
        Fields.put(node, "attempt", row.attempt());
        Fields.put(node, "startedAt", row.startedAt().toString());
        Fields.put(node, "endedAt", row.endedAt() == null ? null : row.endedAt().toString());
        Fields.put(node, "provider", row.provider());
        Fields.put(node, "account", row.account());
        Fields.put(node, "accountName", row.account() == null ? null : labels.of(row.account()));
        Fields.put(node, "model", row.model());
        Fields.put(node, "status", row.status());
        Fields.put(node, "outcome", row.outcome());
        node.put("sent", row.sent());
        Fields.put(node, "finishReason", row.finishReason());
        Fields.put(node, "httpStatus", row.httpStatus());
        Fields.put(node, "error", row.error());
        Fields.put(node, "limitedBy", row.limitedBy());
        Fields.put(node, "reservedTokens", row.reservedTokens());
        Fields.put(node, "promptTokens", row.promptTokens());
        Fields.put(node, "completionTokens", row.completionTokens());
        Fields.put(node, "reasoningTokens", row.reasoningTokens());
        Fields.put(node, "cachedTokens", row.cachedTokens());
        Fields.put(node, "basis", row.completionTokens() == null ? null : row.basis());
        Fields.put(node, "connectMs", row.connectMs());
        Fields.put(node, "ttftMs", row.ttftMs());
        Fields.put(node, "firstAnswerMs", row.firstAnswerMs());
        Fields.put(node, "totalMs", row.totalMs());
        Fields.put(node, "outputTokensPerSecond", row.tokensPerSecond());
        Fields.put(node, "serverTokensPerSecond", row.serverTokensPerSecond());
        Fields.put(node, "chunks", row.chunks());
        Fields.put(node, "costMicros", row.costMicros());
        Fields.put(node, "costSource", row.costSource());
        Fields.put(node, "servedBy", row.upstream());
        Fields.put(node, "nativeFinishReason", row.nativeFinishReason());
        Fields.put(node, "requestId", row.requestId());
        if (row.timing() != null) {
            node.set("serverTiming", timing(row.timing()));
        }
        return node.put("intact", row.good());
    }

    private static ObjectNode timing(ServerTiming timing) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "queueSeconds", timing.queueSeconds());
        Fields.put(node, "promptSeconds", timing.promptSeconds());
        Fields.put(node, "completionSeconds", timing.completionSeconds());
        Fields.put(node, "totalSeconds", timing.totalSeconds());
        return node;
    }
}
