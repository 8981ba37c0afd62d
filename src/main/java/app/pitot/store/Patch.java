package app.pitot.store;

import app.pitot.api.ChatParameters;
import app.pitot.history.Conversation;
import app.pitot.history.Setup;
import app.pitot.history.json.SetupJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a change of a conversation sets, so that it can be written down where the conversation itself cannot be read. It is
 * found out by trying the change on two conversations that have nothing in common: what is the same in both results was
 * set, what is as it was in both was left alone.
 *
 * @param json the fields that are set
 */
record Patch(ObjectNode json) {
    private static final Conversation ONE = new Conversation("", "one", false, false, Instant.EPOCH, Instant.EPOCH,
            "one",
            "one", new Setup("one", ChatParameters.NONE, "one", "one"));
    private static final Conversation OTHER = new Conversation("", "other", true, true, Instant.MAX, Instant.MAX,
            "other",
            "other", new Setup("other", ChatParameters.NONE, "other", "other"));

    /** Null for a change that depends on what it finds. */
    static Patch of(UnaryOperator<Conversation> change) {
        var one = change.apply(ONE);
        var other = change.apply(OTHER);
        var json = JsonNodeFactory.instance.objectNode();
        Predicate<Function<Conversation, Object>> set = field -> Objects.equals(field.apply(one), field.apply(other));
        if (set.test(Conversation::title)) {
            json.put("title", one.title());
        }
        if (set.test(Conversation::titled)) {
            json.put("titled", one.titled());
        }
        if (set.test(Conversation::pinned)) {
            json.put("pinned", one.pinned());
        }
        if (set.test(Conversation::changedAt)) {
            json.put("changed", Stored.micros(one.changedAt()));
        }
        if (set.test(Conversation::leafId)) {
            json.put("leaf", one.leafId());
        }
        if (set.test(Conversation::draft)) {
            json.put("draft", one.draft());
        }
        if (set.test(Conversation::setup)) {
            json.set("setup", SetupJson.write(one.setup(), json.objectNode()));
        }
        var patch = new Patch(json);
        // What the two have in common by now must come from the patch alone.
        return patch.apply(ONE).equals(one) && patch.apply(OTHER).equals(other) ? patch : null;
    }

    static UnaryOperator<Conversation> read(JsonNode json) {
        return new Patch(json instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode())::apply;
    }

    private Conversation apply(Conversation to) {
        return new Conversation(to.id(), json.path("title").asText(to.title()),
                json.path("titled").asBoolean(to.titled()), json.path("pinned").asBoolean(to.pinned()), to.createdAt(),
                json.has("changed") ? Stored.instant(json.path("changed").asLong()) : to.changedAt(),
                json.has("leaf") ? json.path("leaf").textValue() : to.leafId(), json.path("draft").asText(to.draft()),
                json.has("setup") ? SetupJson.read(json.path("setup")) : to.setup());
    }
}
