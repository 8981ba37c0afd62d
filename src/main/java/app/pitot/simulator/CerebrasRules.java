package app.pitot.simulator;

import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A request sets aside its prompt and its cap, or else what the plan says or the rest of the context; what the reply took
 * replaces that when it has ended. All models draw on the same windows. Cached tokens do not occur.
 */
final class CerebrasRules implements Rules {
    private static final String TRIAL = "cerebras-trial-2026-09";
    private static final int TRIAL_PICTURES = 2;
    private static final int PICTURES = 10;
    private static final int LONGEST_SCHEMA = 5_000;
    private static final Set<String> KNOWN = Set.of("model", "messages", "stream", "stream_options",
            "max_completion_tokens", "max_tokens", "min_tokens", "temperature", "top_p", "stop", "seed", "n",
            "frequency_penalty", "presence_penalty", "logit_bias", "logprobs", "top_logprobs", "response_format",
            "tools", "tool_choice", "parallel_tool_calls", "reasoning_effort", "reasoning_format", "prediction",
            "user", "metadata", "store", "service_tier", "prompt_cache_key", "clear_thinking");

    @Override
    public void check(JsonNode body) throws ChatBody.Invalid {
        if (body.has("include_reasoning"))
            throw new ChatBody.Invalid("The field \"include_reasoning\" is not supported.", "include_reasoning");
        Rules.known(body, KNOWN, "The field \"%s\" is not supported.");
        var format = body.at("/response_format/type").asText("");
        if (!body.path("tools").isEmpty() && format.startsWith("json"))
            throw new ChatBody.Invalid("\"tools\" and \"response_format\" cannot be used together.",
                    "response_format");
        if (format.equals("json_object") && body.path("stream").asBoolean())
            throw new ChatBody.Invalid("\"response_format\" of type json_object cannot be streamed.",
                    "response_format");
        var named = body.at("/response_format/json_schema");
        if (named.path("strict").asBoolean()) {
            if (named.path("schema").toString().length() > LONGEST_SCHEMA)
                throw new ChatBody.Invalid("A strict JSON schema may have at most " + LONGEST_SCHEMA
                        + " characters.", "response_format");
            Schemas.checkClosed(named.path("schema"), "response_format");
        }
    }

    @Override
    public int mostPictures(Plan plan) {
        return plan.id().equals(TRIAL) ? TRIAL_PICTURES : PICTURES;
    }

    @Override
    public Optional<Failure> byKey(String key, BigDecimal spent, Errors errors) {
        return switch (key) {
            case "wrong" -> Optional.of(errors.wrongKey());
            case "broke" -> Optional.of(errors.special(Fault.Kind.STATUS_402));
            case "models-only" -> Optional.of(errors.special(Fault.Kind.METHOD_402));
            default -> Optional.empty();
        };
    }

    @Override
    public Pool pool(Plan plan, String model) {
        return Pool.all(plan);
    }

    @Override
    public long uncapped(Plan plan, long room) {
        return plan.unsetOutputReserve() == null ? room : plan.unsetOutputReserve();
    }
}
