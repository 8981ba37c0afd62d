package app.pitot.simulator;

import app.pitot.base.Clocks;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import java.util.Optional;

/** Why a request is not answered, apart from the limits. */
final class Refusals {
    private Refusals() {}

    /** Faults that refuse the request as if a limit of the plan did. */
    static Optional<Over> byLimit(Fault fault, Plan plan, String model, Clocks clocks) {
        if (fault == null)
            return Optional.empty();
        var at = clocks.now();
        return Optional.ofNullable(switch (fault.kind()) {
            case REQUESTS_429 -> Over.pretended(plan, model, true, Period.MINUTE, at);
            case TOKENS_429 -> Over.pretended(plan, model, false, Period.MINUTE, at);
            case DAY_429 -> Over.pretended(plan, model, plan.limits().stream()
                    .allMatch(limit -> limit.metric() == Metric.REQUESTS), Period.DAY, at);
            default -> null;
        });
    }

    /**
     * Other faults that refuse the request outright. HTML is not among them, as it has no API body, nor an error behind a
     * success, as that was admitted.
     */
    static Optional<Failure> byFault(Fault fault, String model, Errors errors) {
        if (fault == null)
            return Optional.empty();
        return Optional.ofNullable(switch (fault.kind()) {
            case STATUS_401 -> errors.wrongKey();
            case STATUS_404 -> errors.noModel(model);
            case ARCHIVED_404 -> errors.archived(model);
            case STATUS_413 -> errors.tooLarge();
            case STATUS_500 -> errors.internal();
            case ERROR_200, CHOICE_ERROR -> null;
            case STATUS_503 -> errors.unavailable();
            default -> errors.special(fault.kind());
        });
    }

    static Optional<Failure> byModel(ChatBody body, Voice voice) {
        var models = voice.models();
        var errors = voice.errors();
        var model = models.find(body.model());
        if (models.isOther(body.model()))
            return Optional.of(errors.badRequest("The model " + body.model() + " is not one to chat with.", "model"));
        if (model.isEmpty())
            return Optional.of(
                    models.isRetired(body.model()) ? errors.archived(body.model()) : errors.noModel(body.model()));
        if (body.effort() == null || !voice.rules().mindsEffort() || model.get().efforts().contains(body.effort()))
            return Optional.empty();
        var efforts = model.get().efforts();
        var allowed = efforts.isEmpty()
                ? "is not supported by this model"
                : "must be one of " + String.join(", ", efforts);
        return Optional.of(errors.badRequest("\"reasoning_effort\" " + allowed + ".", "reasoning_effort"));
    }

    static Optional<Failure> byPictures(ChatBody body, SimModel model, Plan plan, Voice voice) {
        var count = body.messages().stream().mapToInt(message -> message.pictures().size()).sum();
        if (count > 0 && !model.sees())
            return Optional.of(voice.errors().blind(model.id()));
        int most = voice.rules().mostPictures(plan);
        return count > most ? Optional.of(voice.errors().tooManyPictures(most)) : Optional.empty();
    }

    /** @param cap requested output, or null */
    static Optional<Failure> byContext(long input, Long cap, long context, Errors errors) {
        if (input + (cap == null ? 1 : cap) <= context)
            return Optional.empty();
        var asked = cap == null ? "" : " and " + cap + " for the completion, " + (input + cap) + " in all";
        return Optional.of(errors.overContext("Please reduce the length of the messages or completion. The context is "
                + context + " tokens; this request has " + input + " in the messages" + asked + "."));
    }

    /** A page such as a gateway in front of the service sends. */
    static String html(int status) {
        return "<!DOCTYPE html>\n<html><head><title>" + status + " | simulated gateway</title></head>\n<body><h1>Error "
                + status
                + "</h1><p>The simulated gateway could not reach the simulated service.</p></body></html>\n";
    }
}
