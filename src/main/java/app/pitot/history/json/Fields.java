package app.pitot.history.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads and writes single fields. Null is written by leaving the field out. */
public final class Fields {
    private Fields() {}

    public static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }

    public static String text(JsonNode node, String name, String otherwise) {
        var found = text(node, name);
        return found == null ? otherwise : found;
    }

    public static Integer whole(JsonNode node, String name) {
        return node.path(name).canConvertToInt() ? node.path(name).asInt() : null;
    }

    public static Long large(JsonNode node, String name) {
        return node.path(name).canConvertToLong() ? node.path(name).asLong() : null;
    }

    public static Double number(JsonNode node, String name) {
        return number(node.path(name));
    }

    /** JSON has no NaN and no infinity: they are text. */
    public static Double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    public static Boolean flag(JsonNode node, String name) {
        return node.path(name).isBoolean() ? node.path(name).asBoolean() : null;
    }

    /** Null if there is none, or none that is known. */
    public static <E extends Enum<E>> E word(JsonNode node, String name, Class<E> type) {
        var found = text(node, name);
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(found)) {
                return each;
            }
        }
        return null;
    }

    public static <E extends Enum<E>> E word(JsonNode node, String name, E otherwise) {
        var found = word(node, name, otherwise.getDeclaringClass());
        return found == null ? otherwise : found;
    }

    public static Instant time(JsonNode node, String name, Instant otherwise) {
        try {
            return Instant.parse(text(node, name, ""));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    public static List<String> texts(JsonNode array) {
        var found = new ArrayList<String>();
        for (var each : array) {
            if (each.isTextual()) {
                found.add(each.asText());
            }
        }
        return found;
    }

    public static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var found = new ArrayList<T>();
        array.forEach(each -> found.add(read.apply(each)));
        return found;
    }

    /** Sets what is not null, and takes away what is. */
    public static void put(ObjectNode node, String name, Object value) {
        switch (value) {
            case null -> node.remove(name);
            case String text -> node.put(name, text);
            case Integer number -> node.put(name, number);
            case Long number -> node.put(name, number);
            case Double number when Double.isFinite(number) -> node.put(name, number);
            case Double number -> node.put(name, number.toString());
            case Boolean flag -> node.put(name, flag);
            case Enum<?> word -> node.put(name, word.name());
            case JsonNode part -> node.set(name, part);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    public static void putTexts(ObjectNode node, String name, Iterable<String> values) {
        var array = node.arrayNode();
        values.forEach(array::add);
        put(node, name, array.isEmpty() ? null : array);
    }

    public static <T> void putList(ObjectNode node, String name, List<T> values, Function<T, JsonNode> write) {
        var array = node.arrayNode();
        values.forEach(each -> array.add(write.apply(each)));
        put(node, name, array.isEmpty() ? null : array);
    }
}
