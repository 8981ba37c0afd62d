package app.pitot.simulator;

import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Wrapped bodies with numeric codes; {@code metadata.error_type} tells them apart. */
final class OpenRouterErrors implements Errors {
    /** What holds up a request that waits for others to end. */
    private static final int HELD_SECONDS = 2;

    @Override
    public Failure badRequest(String message, String param) {
        return error(400, message, "invalid_request");
    }

    @Override
    public Failure overContext(String message) {
        return error(400, message, "context_length_exceeded");
    }

    @Override
    public Failure blind(String id) {
        return error(404, "No endpoints found that support image input.", "not_found");
    }

    @Override
    public Failure wrongKey() {
        return error(401, "The key is not valid.", "authentication");
    }

    @Override
    public Failure noModel(String id) {
        return error(404, "There is no model " + id + ".", "not_found");
    }

    @Override
    public Failure archived(String id) {
        return error(404, "No endpoints found for " + id + ".", "not_found");
    }

    @Override
    public Failure tooLarge() {
        return error(413, "The request is too large: at most 10 MiB are accepted.", "payload_too_large");
    }

    @Override
    public Failure internal() {
        return error(500, "Internal Server Error", "server");
    }

    @Override
    public Failure unavailable() {
        return error(503, "No provider is available for this model.", "provider_unavailable");
    }

    @Override
    public Failure defect(Throwable cause) {
        return error(500, "The simulator has a defect: " + cause, "simulator_defect");
    }

    @Override
    public Failure overLimit(Over over) {
        var limit = over.limit();
        var message = limit.period() == Period.DAY
                ? "Rate limit exceeded: free-models-per-day. The day ends at 00:00 UTC."
                : "Rate limit exceeded: free-models-per-min.";
        return error(429, message, "rate_limit_exceeded");
    }

    @Override
    public Failure special(Fault.Kind kind) {
        return switch (kind) {
            case QUEUE_429 -> upstream();
            case STATUS_402 -> payment("Insufficient credits. Add more to go on.", "openrouter_credits");
            case KEY_402 -> payment("This key has reached its own limit.", "openrouter_key_limit");
            case HELD_402 -> new Failure(402,
                    payment("Requests in flight hold the rest of the budget.", "openrouter_in_flight_budget").body(),
                    Map.of("Retry-After", Integer.toString(HELD_SECONDS)));
            case ERROR_200 -> new Failure(200, broken());
            case CHOICE_ERROR -> new Failure(200, brokenChoice());
            default -> null;
        };
    }

    /** The provider behind is busy: no limit of the platform. */
    private static Failure upstream() {
        var failure = error(429, "Provider returned error", "provider_overloaded");
        metadata(failure).put("provider_code", "429").put("provider_name", OpenRouterFrames.PROVIDER);
        return failure;
    }

    private static Failure payment(String message, String source) {
        var failure = error(402, message, "payment_required");
        metadata(failure).put("limit_source", source);
        return failure;
    }

    /** What the frames of a stream, and bodies behind a 200, call the provider's failure. */
    static ObjectNode broken() {
        return error(502, "The provider broke off.", "provider_unavailable").body();
    }

    private static ObjectNode brokenChoice() {
        var body = JsonNodeFactory.instance.objectNode().put("id", "gen-broken").put("object", "chat.completion")
                .put("provider", OpenRouterFrames.PROVIDER);
        var choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "error");
        choice.putObject("message").put("role", "assistant").put("content", "This much came before");
        choice.set("error", broken().get("error"));
        return body;
    }

    private static ObjectNode metadata(Failure failure) {
        return (ObjectNode) failure.body().at("/error/metadata");
    }

    private static Failure error(int code, String message, String type) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message).putObject("metadata").put("error_type", type);
        return new Failure(code, body);
    }
}
