package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An error answer with Cerebras' flat body. */
record Failure(int status, String message, String type, String param, String code) {
    private static final String RATE = "too_many_requests_error";

    static Failure badRequest(String message, String param, String code) {
        return new Failure(400, message, "invalid_request_error", param, code);
    }

    static Failure wrongKey() {
        return new Failure(401, "Wrong API Key", "invalid_request_error", "api_key", "wrong_api_key");
    }

    static Failure paymentRequired() {
        return new Failure(402, "Payment required to access this resource. Visit your billing tab.",
                "payment_required_error", "quota", "payment_required");
    }

    static Failure noModel(String id) {
        return new Failure(404, "Model " + id + " does not exist or you do not have access to it.", "not_found_error",
                "model", "model_not_found");
    }

    static Failure archived(String id) {
        return new Failure(404, "Model " + id + " is archived and unavailable for the organization.",
                "model_archived_error", "model", "model_archived");
    }

    static Failure tooLarge() {
        return new Failure(413, "The request is too large: at most 10 MiB are accepted.", "invalid_request_error",
                "messages", "request_too_large");
    }

    static Failure busy() {
        return new Failure(429, "We're experiencing high traffic right now! Please try again soon.", RATE, "queue",
                "queue_exceeded");
    }

    static Failure internal() {
        return new Failure(500, "The server had an error while processing the request.", "server_error", null,
                "internal_server_error");
    }

    /** The simulator itself is at fault; whoever reports it needs to know where. */
    static Failure defect(Throwable cause) {
        return new Failure(500, "The simulator has a defect: " + cause, "server_error", null, "simulator_defect");
    }

    static Failure unavailable() {
        return new Failure(503, "The service is temporarily unavailable.", "server_error", null, "service_unavailable");
    }

    /** @param split true if the plan counts cached tokens apart, so that "tokens" alone would not say which bucket */
    static Failure overLimit(Metric metric, Period period, boolean split) {
        var unit = period.name().toLowerCase(Locale.ROOT);
        if (metric == Metric.REQUESTS)
            return new Failure(429, "Requests per " + unit + " limit exceeded - too many requests sent.", RATE, "quota",
                    "request_quota_exceeded");
        var tokens = !split ? "Tokens" : metric == Metric.TOKENS ? "Total tokens" : "Uncached tokens";
        return new Failure(429, tokens + " per " + unit + " limit exceeded - too many tokens processed.", RATE, "quota",
                "token_quota_exceeded");
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("message", message).put("type", type).put("param", param)
                .put("code", code);
    }
}
