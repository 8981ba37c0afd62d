package app.pitot.simulator;

import app.pitot.provider.Metric;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;

/** Flat bodies; {@code param} and {@code code} tell them apart. */
final class CerebrasErrors implements Errors {
    private static final String INVALID = "invalid_request_error";
    private static final String RATE = "too_many_requests_error";
    private static final String SERVER = "server_error";

    @Override
    public Failure badRequest(String message, String param) {
        return flat(400, message, INVALID, param, "wrong_api_format");
    }

    @Override
    public Failure overContext(String message) {
        return flat(400, message, INVALID, "messages", "context_length_exceeded");
    }

    @Override
    public Failure tooManyPictures(int most) {
        return flat(413, "There may be at most " + most + " pictures in a request.", INVALID, "messages",
                "request_too_large");
    }

    @Override
    public Failure wrongKey() {
        return flat(401, "Wrong API Key", INVALID, "api_key", "wrong_api_key");
    }

    @Override
    public Failure noModel(String id) {
        return flat(404, "Model " + id + " does not exist or you do not have access to it.", "not_found_error",
                "model", "model_not_found");
    }

    @Override
    public Failure archived(String id) {
        return flat(404, "Model " + id + " is archived and unavailable for the organization.", "model_archived_error",
                "model", "model_archived");
    }

    @Override
    public Failure tooLarge() {
        return flat(413, "The request is too large: at most 10 MiB are accepted.", INVALID, "messages",
                "request_too_large");
    }

    @Override
    public Failure internal() {
        return flat(500, "The server had an error while processing the request.", SERVER, null,
                "internal_server_error");
    }

    @Override
    public Failure unavailable() {
        return flat(503, "The service is temporarily unavailable.", SERVER, null, "service_unavailable");
    }

    @Override
    public Failure defect(Throwable cause) {
        return flat(500, "The simulator has a defect: " + cause, SERVER, null, "simulator_defect");
    }

    @Override
    public Failure overLimit(Over over) {
        var metric = over.limit().metric();
        var unit = over.limit().period().name().toLowerCase(Locale.ROOT);
        if (metric == Metric.REQUESTS)
            return flat(429, "Requests per " + unit + " limit exceeded - too many requests sent.", RATE, "quota",
                    "request_quota_exceeded");
        var tokens = !over.split() ? "Tokens" : metric == Metric.TOKENS ? "Total tokens" : "Uncached tokens";
        return flat(429, tokens + " per " + unit + " limit exceeded - too many tokens processed.", RATE, "quota",
                "token_quota_exceeded");
    }

    @Override
    public Failure special(Fault.Kind kind) {
        return switch (kind) {
            case QUEUE_429 -> flat(429, "We're experiencing high traffic right now! Please try again soon.", RATE,
                    "queue", "queue_exceeded");
            case STATUS_402 -> payment("Payment required to access this resource. Visit your billing tab.");
            case METHOD_402 -> payment("Add a payment method to unlock your free credits.");
            default -> null;
        };
    }

    private static Failure payment(String message) {
        var flat = flat(402, message, "payment_required_error", "quota", "payment_required");
        return new Failure(402, flat.body(), Map.of("x-should-retry", "false"));
    }

    private static Failure flat(int status, String message, String type, String param, String code) {
        return new Failure(status, JsonNodeFactory.instance.objectNode().put("message", message).put("type", type)
                .put("param", param).put("code", code));
    }
}
