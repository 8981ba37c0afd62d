package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;

/** Wrapped bodies; the texts of refusals by a limit are the only source for the limits that no header tells. */
final class GroqErrors implements Errors {
    private static final String INVALID = "invalid_request_error";
    private static final String SERVER = "internal_server_error";
    private static final String OVER = "rate_limit_exceeded";
    private static final String ACCOUNT = " in organization `org_simulated` service tier `on_demand` on ";

    @Override
    public Failure badRequest(String message, String param) {
        return wrapped(400, message, INVALID, null, param);
    }

    @Override
    public Failure overContext(String message) {
        return wrapped(400, message, INVALID, "context_length_exceeded", "messages");
    }

    @Override
    public Failure wrongKey() {
        return wrapped(401, "Invalid API Key", INVALID, "invalid_api_key", null);
    }

    @Override
    public Failure noModel(String id) {
        return wrapped(404, "The model `" + id + "` does not exist or you do not have access to it.", INVALID,
                "model_not_found", null);
    }

    @Override
    public Failure archived(String id) {
        return wrapped(400, "The model `" + id + "` has been decommissioned and is no longer supported.", INVALID,
                "model_decommissioned", null);
    }

    @Override
    public Failure tooLarge() {
        return wrapped(413, "Request Entity Too Large", INVALID, "request_too_large", null);
    }

    @Override
    public Failure internal() {
        return wrapped(500, "Internal Server Error", SERVER, null, null);
    }

    @Override
    public Failure unavailable() {
        return wrapped(503, "Service Unavailable", SERVER, null, null);
    }

    @Override
    public Failure defect(Throwable cause) {
        return wrapped(500, "The simulator has a defect: " + cause, SERVER, "simulator_defect", null);
    }

    @Override
    public Failure overLimit(Over over) {
        var limit = over.limit();
        var requests = limit.metric() == Metric.REQUESTS;
        var unit = limit.period().name().toLowerCase(Locale.ROOT);
        var what = (requests ? "requests per " : "tokens per ") + unit + " ("
                + (requests ? "RP" : "TP") + limit.period().name().charAt(0) + ")";
        return over.never()
                ? tooLarge(413, over.model(), what, limit.value(), over.need())
                : reached(over, what, requests);
    }

    private static Failure reached(Over over, String what, boolean requests) {
        var limit = over.limit();
        var wait = wait(over);
        return new Failure(429, wrapped(429, "Rate limit reached for model `" + over.model() + "`" + ACCOUNT + what
                + ": Limit " + limit.value() + ", Used " + over.used() + ", Requested " + over.need()
                + ". Please try again in " + GoDuration.of(wait) + ". Need more tokens? This is only a simulation.",
                requests ? "requests" : "tokens", OVER, null).body(),
                Map.of("retry-after", Long.toString((long) Math.ceil(wait))));
    }

    /** By the whole figures that the text names, so that whoever works it out again gets the same. */
    private static double wait(Over over) {
        return over.limit().refill() == Refill.FIXED
                ? over.waitSeconds()
                : (double) (over.used() + over.need() - over.limit().value())
                        * over.limit().period().length().toSeconds()
                        / over.limit().value();
    }

    private static Failure tooLarge(int status, String model, String what, long limit, long need) {
        return wrapped(status, "Request too large for model `" + model + "`" + ACCOUNT + what + ": Limit " + limit
                + ", Requested " + need + ", please reduce your message size and try again.",
                what.startsWith("requests") ? "requests" : "tokens", OVER, null);
    }

    @Override
    public Failure special(Fault.Kind kind) {
        return switch (kind) {
            case ITPM_413 -> tooLarge(413, "qwen/qwen3.8-27b", "input tokens per minute (ITPM)", 7_000, 8_075);
            case OTPM_429 -> tooLarge(429, "qwen/qwen3.8-27b", "output tokens per minute (OTPM)", 1_000, 4_096);
            case STATUS_498 -> wrapped(498, "The flex tier has no capacity left at the moment.", SERVER,
                    "capacity_exceeded", null);
            default -> null;
        };
    }

    /** @param code or null */
    private static Failure wrapped(int status, String message, String type, String code, String param) {
        var body = JsonNodeFactory.instance.objectNode();
        var error = body.putObject("error").put("message", message).put("type", type);
        if (code != null)
            error.put("code", code);
        if (param != null)
            error.put("param", param);
        return new Failure(status, body);
    }
}
