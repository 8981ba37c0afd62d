package app.pitot.history.json;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.LimitReading;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A failure, and the quota window that it or a header named. */
public final class ErrorJson {
    private ErrorJson() {}

    public static ObjectNode write(ApiError error) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "kind", error.kind());
        Fields.put(node, "status", error.httpStatus());
        Fields.put(node, "code", error.code());
        Fields.put(node, "message", error.message());
        Fields.put(node, "retryAfter", error.retryAfterSeconds());
        Fields.put(node, "window", error.window() == null ? null : window(error.window()));
        Fields.put(node, "shouldRetry", error.shouldRetry());
        if (error.excess() != null) {
            var excess = node.putObject("excess");
            Fields.put(excess, "limit", error.excess().limit());
            Fields.put(excess, "allowed", error.excess().allowed());
            Fields.put(excess, "requested", error.excess().requested());
        }
        return node;
    }

    /** Null for what is no object. */
    public static ApiError read(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        var excess = node.path("excess");
        return new ApiError(Fields.word(node, "kind", ErrorKind.INTERNAL), Fields.whole(node, "status"),
                Fields.text(node, "code"), Fields.text(node, "message", ""), Fields.number(node, "retryAfter"),
                node.path("window").isObject() ? window(node.path("window")) : null,
                Fields.flag(node, "shouldRetry"),
                excess.isObject()
                        ? new ApiError.Excess(Fields.text(excess, "limit", ""), excess.path("allowed").asLong(),
                                excess.path("requested").asLong())
                        : null);
    }

    static ObjectNode window(LimitReading window) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "metric", window.metric());
        Fields.put(node, "period", window.period());
        Fields.put(node, "limit", window.limit());
        Fields.put(node, "remaining", window.remaining());
        Fields.put(node, "reset", window.resetSeconds());
        Fields.put(node, "allowance", window.allowance());
        Fields.put(node, "label", window.label());
        return node;
    }

    static LimitReading window(JsonNode node) {
        return new LimitReading(Fields.word(node, "metric", Metric.class), Fields.word(node, "period", Period.class),
                Fields.large(node, "limit"), Fields.large(node, "remaining"), Fields.number(node, "reset"),
                Fields.word(node, "allowance", Allowance.UNKNOWN), Fields.text(node, "label"));
    }
}
