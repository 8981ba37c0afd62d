package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.Optional;

/** Why a request is not answered, apart from the limits. */
final class Refusals {
    private Refusals() {}

    /** Faults that refuse the request outright; HTML is not among them, as it has no API body. */
    static Optional<Failure> byFault(Fault fault, String model) {
        if (fault == null)
            return Optional.empty();
        return Optional.ofNullable(switch (fault.kind()) {
            case REQUESTS_429 -> Failure.overLimit(Metric.REQUESTS, Period.MINUTE, false);
            case TOKENS_429 -> Failure.overLimit(Metric.TOKENS, Period.MINUTE, false);
            case QUEUE_429 -> Failure.busy();
            case STATUS_401 -> Failure.wrongKey();
            case STATUS_402 -> Failure.paymentRequired();
            case STATUS_404 -> Failure.noModel(model);
            case STATUS_413 -> Failure.tooLarge();
            case STATUS_500 -> Failure.internal();
            case STATUS_503 -> Failure.unavailable();
            default -> null;
        });
    }

    static Optional<Failure> byModel(ChatBody body, Models models) {
        var model = models.find(body.model());
        if (model.isEmpty())
            return Optional.of(
                    models.isRetired(body.model()) ? Failure.archived(body.model()) : Failure.noModel(body.model()));
        if (body.effort() == null || model.get().efforts().contains(body.effort()))
            return Optional.empty();
        var efforts = model.get().efforts();
        var allowed = efforts.isEmpty()
                ? "is not supported by this model"
                : "must be one of " + String.join(", ", efforts);
        return Optional.of(Failure.badRequest("\"reasoning_effort\" " + allowed + ".", "reasoning_effort",
                "wrong_api_format"));
    }

    /** @param cap requested output, or null */
    static Optional<Failure> byContext(long input, Long cap, long context) {
        if (input + (cap == null ? 1 : cap) <= context)
            return Optional.empty();
        var asked = cap == null ? "" : " and " + cap + " for the completion, " + (input + cap) + " in all";
        return Optional.of(Failure.badRequest("Please reduce the length of the messages or completion. The context is "
                + context + " tokens; this request has " + input + " in the messages" + asked + ".", "messages",
                "context_length_exceeded"));
    }

    /** A page such as a gateway in front of the service sends. */
    static String html(int status) {
        return "<!DOCTYPE html>\n<html><head><title>" + status + " | simulated gateway</title></head>\n<body><h1>Error "
                + status
                + "</h1><p>The simulated gateway could not reach the simulated service.</p></body></html>\n";
    }
}
