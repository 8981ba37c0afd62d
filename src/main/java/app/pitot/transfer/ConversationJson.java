package app.pitot.transfer;

import app.pitot.api.ChatImage;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.json.FactsJson;
import app.pitot.history.json.SetupJson;
import app.pitot.history.json.ToolCallsJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The fields of a conversation and of a message in Pitot's own files. What is null or empty is left out. */
final class ConversationJson {
    private ConversationJson() {}

    /** Without its messages. */
    static ObjectNode write(Conversation of) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", of.id()).put("title", of.title());
        flag(node, "titled", of.titled());
        flag(node, "pinned", of.pinned());
        node.put("createdAt", of.createdAt().toString()).put("changedAt", of.changedAt().toString());
        text(node, "leaf", of.leafId());
        text(node, "draft", of.draft().isEmpty() ? null : of.draft());
        var setup = SetupJson.write(of.setup(), node.objectNode());
        if (!setup.isEmpty()) {
            node.set("setup", setup);
        }
        return node;
    }

    static ObjectNode write(Message of) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", of.id());
        text(node, "parent", of.parentId());
        node.put("kind", of.kind().name()).put("at", of.at().toString());
        // Whatever runs now will not run where the file is read.
        var state = of.state() == Message.State.STREAMING ? Message.State.TRUNCATED : of.state();
        node.put("state", state.name());
        text(node, "text", of.text().isEmpty() ? null : of.text());
        text(node, "reasoning", of.reasoning().isEmpty() ? null : of.reasoning());
        if (!of.pictures().isEmpty()) {
            var pictures = node.putArray("pictures");
            of.pictures().forEach(each -> pictures.addObject().put("name", each.name())
                    .put("type", each.image().mediaType()).put("width", each.width()).put("height", each.height())
                    .put("data", Base64.getEncoder().encodeToString(each.image().bytes())));
        }
        if (!of.toolCalls().isEmpty()) {
            var calls = node.putArray("toolCalls");
            of.toolCalls().forEach(each -> calls.add(ToolCallsJson.write(each)));
        }
        text(node, "toolCallId", of.toolCallId());
        text(node, "exchange", of.exchangeId());
        flag(node, "damaged", of.damaged());
        if (of.facts() != null) {
            node.set("facts", FactsJson.write(of.facts()));
        }
        return node;
    }

    /** @throws IllegalArgumentException if it has no id or no times */
    static Conversation conversation(JsonNode node) {
        return new Conversation(id(node), text(node, "title", ""), node.path("titled").asBoolean(),
                node.path("pinned").asBoolean(), time(node, "createdAt"), time(node, "changedAt"),
                text(node, "leaf", null), text(node, "draft", ""), SetupJson.read(node.path("setup")));
    }

    /** @throws IllegalArgumentException if it has no id, no time or an unknown kind, or a picture is none */
    static Message message(JsonNode node, String conversation) {
        var kind = word(node, "kind", Message.Kind.values(), null);
        if (kind == null) {
            throw new IllegalArgumentException("a message of no known kind");
        }
        var state = word(node, "state", Message.State.values(), Message.State.TRUNCATED);
        return new Message(id(node), conversation, text(node, "parent", null), kind, time(node, "at"),
                text(node, "text", ""), text(node, "reasoning", ""), pictures(node.path("pictures")),
                ToolCallsJson.read(node.path("toolCalls")), text(node, "toolCallId", null),
                text(node, "exchange", null), state == Message.State.STREAMING ? Message.State.TRUNCATED : state,
                FactsJson.read(node.path("facts")), node.path("damaged").asBoolean());
    }

    private static List<Picture> pictures(JsonNode array) {
        var pictures = new ArrayList<Picture>();
        for (var each : array) {
            pictures.add(new Picture(
                    new ChatImage(text(each, "type", ""), Base64.getDecoder().decode(text(each, "data", ""))),
                    text(each, "name", ""), each.path("width").asInt(), each.path("height").asInt()));
        }
        return pictures;
    }

    private static String id(JsonNode node) {
        var id = text(node, "id", "");
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("no id");
        }
        return id;
    }

    private static Instant time(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name, ""));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time in " + name, e);
        }
    }

    private static <E extends Enum<E>> E word(JsonNode node, String name, E[] all, E otherwise) {
        var found = text(node, name, "");
        return Arrays.stream(all).filter(each -> each.name().equals(found)).findFirst().orElse(otherwise);
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.path(name).isTextual() ? node.path(name).textValue() : otherwise;
    }

    private static void text(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void flag(ObjectNode node, String name, boolean set) {
        if (set) {
            node.put(name, true);
        }
    }
}
