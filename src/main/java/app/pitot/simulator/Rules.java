package app.pitot.simulator;

import app.pitot.provider.Limit;
import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a provider takes, and what it sets aside for it. */
interface Rules {
    /** @throws ChatBody.Invalid if the request has a field that the provider refuses */
    void check(JsonNode body) throws ChatBody.Invalid;

    /** How hard to think, or null if the request does not say. */
    default String effort(JsonNode body) {
        return body.hasNonNull("reasoning_effort") ? body.path("reasoning_effort").asText() : null;
    }

    /** Whether an effort that a model does not know is refused, and not dropped silently. */
    default boolean mindsEffort() {
        return true;
    }

    /**
     * The answer to a chat with this key; empty if it may chat.
     *
     * @param spent USD since the start
     */
    Optional<Failure> byKey(String key, BigDecimal spent, Errors errors);

    /** Which of the plan's limits concern this model, and who shares them with it. */
    Pool pool(Plan plan, String model);

    /**
     * A set of windows.
     *
     * @param name equal for all models that draw on the same windows
     * @param limits of the windows; may be empty
     */
    record Pool(String name, List<Limit> limits) {
        /** Of every model together. */
        static Pool all(Plan plan) {
            return new Pool("", plan.limits());
        }
    }

    /**
     * Output tokens that a request without a cap sets aside.
     *
     * @param room what the context leaves
     */
    long uncapped(Plan plan, long room);
}
