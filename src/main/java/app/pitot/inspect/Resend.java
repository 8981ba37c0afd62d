package app.pitot.inspect;

import app.pitot.api.ChatRequest;
import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A request to be made again, from the body that was sent.
 *
 * @param request null if it cannot be made
 * @param said sentences: why it cannot be made, or what will not be as it was; may be empty
 */
public record Resend(ChatRequest request, List<String> said) {
    public Resend {
        said = List.copyOf(said);
    }

    /** Never fails. */
    public static Resend of(Wire wire) {
        if (wire.sentCut()) {
            return impossible("cut");
        }
        var tree = Trees.of(wire.sentBody());
        if (tree == null || !tree.isObject()) {
            return impossible("json");
        }
        var said = new ArrayList<String>();
        var model = tree.path("model").asText("");
        if (!tree.path("model").isTextual() || model.isBlank()) {
            return impossible("model");
        }
        var messages = new SentMessages(said).of(tree.path("messages"));
        if (messages == null) {
            return new Resend(null, said);
        }
        if (messages.isEmpty()) {
            return impossible("messages");
        }
        if (!tree.path("stream").asBoolean(false)) {
            said.add(Texts.get("inspect.resend.stream"));
        }
        var parameters = new SentParameters(wire.sentBody(), said).read();
        return parameters == null
                ? impossible("json")
                : new Resend(new ChatRequest(model, messages, parameters), said);
    }

    private static Resend impossible(String why) {
        return new Resend(null, List.of(Texts.get("inspect.resend." + why)));
    }

    /**
     * For an account. Null if it cannot be made.
     *
     * @param models what is known of a model, by its id; never null
     */
    public ExchangeSpec spec(Account account, Function<String, ModelInfo> models) {
        return request == null ? null : new ExchangeSpec(account, models.apply(request.model()), request);
    }

    /** The names of {@code node}'s members beside those that are known, in a sentence of {@code key} each. */
    static void others(JsonNode node, List<String> known, String key, List<String> said) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                said.add(Texts.get(key, Excerpts.of(name)));
            }
        });
    }
}
