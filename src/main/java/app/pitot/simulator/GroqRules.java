package app.pitot.simulator;

import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A request sets aside its prompt and its cap, and without a cap what the plan says or else the prompt alone: a free
 * account's minute would never hold the rest of a context. Each model has windows of its own if the plan says so. What the reply took replaces that when it has ended. Every
 * bucket, also the day's, refills all the time; cached tokens, which would not count, do not occur.
 */
final class GroqRules implements Rules {
    private static final List<String> UNSUPPORTED = List.of("logprobs", "top_logprobs", "logit_bias");

    @Override
    public void check(JsonNode body) throws ChatBody.Invalid {
        for (var field : UNSUPPORTED) {
            if (body.hasNonNull(field))
                throw new ChatBody.Invalid("property '" + field + "' is unsupported", field);
        }
        if (body.hasNonNull("n") && body.path("n").asInt() != 1)
            throw new ChatBody.Invalid("'n' : must be 1", "n");
        for (var message : body.path("messages")) {
            if (message.hasNonNull("name"))
                throw new ChatBody.Invalid("'messages' : property 'name' is unsupported", "messages");
        }
        if (body.hasNonNull("reasoning_format"))
            checkFormat(body);
    }

    private static void checkFormat(JsonNode body) throws ChatBody.Invalid {
        if (body.hasNonNull("include_reasoning"))
            throw new ChatBody.Invalid("'reasoning_format' and 'include_reasoning' exclude each other",
                    "reasoning_format");
        if (body.path("model").asText().contains("gpt-oss"))
            throw new ChatBody.Invalid("'reasoning_format' is not supported by this model", "reasoning_format");
    }

    @Override
    public Optional<Failure> byKey(String key, BigDecimal spent, Errors errors) {
        return key.equals("wrong") ? Optional.of(errors.wrongKey()) : Optional.empty();
    }

    @Override
    public Pool pool(Plan plan, String model) {
        return plan.reach().scope() == Scope.MODEL
                ? new Pool(model, plan.forModel(model).limits())
                : Pool.all(plan);
    }

    @Override
    public long uncapped(Plan plan, long room) {
        return plan.unsetOutputReserve() == null ? 0 : plan.unsetOutputReserve();
    }
}
