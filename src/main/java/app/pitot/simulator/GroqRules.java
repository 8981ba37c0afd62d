package app.pitot.simulator;

import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request sets aside its prompt and its cap, and without a cap what the plan says or else the prompt alone: a free
 * account's minute would never hold the rest of a context. Each model has windows of its own if the plan says so. What the reply took replaces that when it has ended. Every
 * bucket, also the day's, refills all the time; cached tokens, which would not count, do not occur.
 */
final class GroqRules implements Rules {
    private static final List<String> UNSUPPORTED = List.of("logprobs", "top_logprobs", "logit_bias");
    private static final int PICTURES = 3;
    private static final int MOST_TOOLS = 128;
    private static final Set<String> KNOWN = Set.of("model", "messages", "stream", "stream_options",
            "max_completion_tokens", "max_tokens", "temperature", "top_p", "stop", "seed", "n", "frequency_penalty",
            "presence_penalty", "logprobs", "top_logprobs", "logit_bias", "response_format", "tools", "tool_choice",
            "parallel_tool_calls", "functions", "function_call", "reasoning_effort", "reasoning_format",
            "include_reasoning", "service_tier", "user", "metadata", "store", "disable_tool_validation",
            "compound_custom", "search_settings", "documents", "citation_options", "exclude_domains",
            "include_domains");

    @Override
    public void check(JsonNode body) throws ChatBody.Invalid {
        for (var field : UNSUPPORTED) {
            if (body.hasNonNull(field))
                throw new ChatBody.Invalid("property '" + field + "' is unsupported", field);
        }
        Rules.known(body, KNOWN, "property '%s' is unsupported");
        if (body.path("tools").size() > MOST_TOOLS)
            throw new ChatBody.Invalid("'tools' : maximum number of items is " + MOST_TOOLS, "tools");
        if (body.hasNonNull("n") && body.path("n").asInt() != 1)
            throw new ChatBody.Invalid("'n' : must be 1", "n");
        for (var message : body.path("messages")) {
            if (message.hasNonNull("name"))
                throw new ChatBody.Invalid("'messages' : property 'name' is unsupported", "messages");
        }
        if (body.hasNonNull("reasoning_format"))
            checkFormat(body);
    }

    @Override
    public int mostPictures(Plan plan) {
        return PICTURES;
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
