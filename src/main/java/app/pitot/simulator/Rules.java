package app.pitot.simulator;

import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
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

    /** The answer to a chat with this key; empty if it may chat. */
    Optional<Failure> byKey(String key, Errors errors);

    /** Whether the plan's limits concern this model. */
    default boolean limited(String model) {
        return true;
    }

    /**
     * Output tokens that a request without a cap sets aside.
     *
     * @param room what the context leaves
     */
    long uncapped(Plan plan, long room);
}
