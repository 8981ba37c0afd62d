package app.pitot.store;

import app.pitot.provider.KeyPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/** The shape of a {@link KeyPlace} in the settings. */
final class PlaceJson {
    private PlaceJson() {}

    /** Null if this version does not understand it. */
    static KeyPlace read(JsonNode node) {
        var kind = Arrays.stream(KeyPlace.Kind.values())
                .filter(each -> name(each).equals(node.path("kind").asText())).findFirst();
        var item = text(node, "item");
        if (kind.isEmpty() || kind.get() != KeyPlace.Kind.NONE && item == null) {
            return null;
        }
        return kind.get() == KeyPlace.Kind.NONE
                ? KeyPlace.NONE
                : new KeyPlace(kind.get(), item, text(node, "lastFour"));
    }

    /** @param old what stood there and keeps its unknown fields; may be null or of any kind */
    static ObjectNode write(KeyPlace place, JsonNode old) {
        var node = object(old);
        node.put("kind", name(place.kind()));
        put(node, "item", place.item());
        put(node, "lastFour", place.lastFour());
        return node;
    }

    /** {@code old} if it is an object, else a new one. */
    static ObjectNode object(JsonNode old) {
        return old instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
    }

    /** Takes the field away for null. */
    static void put(ObjectNode node, String name, String value) {
        if (value == null) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }

    /** Null unless it is a text that is not blank. */
    static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static String name(KeyPlace.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
