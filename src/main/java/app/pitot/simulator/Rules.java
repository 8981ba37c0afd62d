package app.pitot.simulator;

import app.pitot.provider.Limit;
import app.pitot.provider.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a provider takes, and what it sets aside for it. */
interface Rules {
    /** @throws ChatBody.Invalid if the request has a field that the provider refuses */
    void check(JsonNode body) throws ChatBody.Invalid;

    /** Media types of pictures that it reads. */
    default List<String> pictureTypes() {
        return List.of("image/png", "image/jpeg");
    }

    /** Whether a picture may be named by an https address instead of being sent. */
    default boolean takesAddresses() {
        return false;
    }

    /** Most pictures of one request. */
    int mostPictures(Plan plan);

    /**
     * Looks for a field that a provider does not know.
     *
     * @throws ChatBody.Invalid naming the first
     */
    static void known(JsonNode body, Set<String> fields, String words) throws ChatBody.Invalid {
        for (var name : (Iterable<String>) body::fieldNames) {
            if (!fields.contains(name))
                throw new ChatBody.Invalid(words.formatted(name), name);
        }
    }

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
