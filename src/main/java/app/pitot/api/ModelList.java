package app.pitot.api;

import app.pitot.provider.Capability;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** One entry of a model list, in the words of any provider. */
final class ModelList {
    /** An entry of fewer tokens is no chat model at Groq. */
    private static final int MIN_CONTEXT = 2_048;
    private static final int MAX_NAME = 256;
    private static final List<String> NO_CHAT_AT_GROQ = List.of("whisper", "guard", "tts", "orpheus", "playai",
            "compound");
    private static final Set<String> CHAT_TYPES = Set.of("chat", "completion");
    /** Who runs the server or wrapped the file, not who made the model. */
    private static final Set<String> NO_VENDORS = Set.of("library", "system", "organization_owner", "user", "vllm",
            "llamacpp");

    private final boolean groq;

    /** @param groq true for Groq's list, which also names models that do not chat */
    ModelList(boolean groq) {
        this.groq = groq;
    }

    /** The model that {@code item} describes; null if there is none that could be chatted with. */
    ModelInfo model(JsonNode item) {
        var id = item.isTextual() ? item.textValue() : first(item, "id", "model_id", "model", "name");
        if (id == null || id.isBlank() || !readable(id) || !chats(id, item)) {
            return null;
        }
        var name = first(item, "name", "display_name");
        var top = item.path("top_provider");
        var capabilities = ModelCapabilities.of(item);
        var prices = ModelPrices.of(item);
        return new ModelInfo(id, name == null || !readable(name) ? id : name, context(item),
                known(count(item, "max_completion_tokens", "max_output_tokens"),
                        count(item.path("limits"), "max_completion_tokens"), count(top, "max_completion_tokens")),
                prices.input(), prices.output(), reasons(item, capabilities), null,
                date(first(item, "expiration_date", "retired_on")), null, extras(id, item, capabilities, prices));
    }

    private static ModelExtras extras(String id, JsonNode item, Set<Capability> capabilities, ModelPrices prices) {
        var efforts = ModelCapabilities.efforts(item);
        boolean preview = item.path("preview").asBoolean(false);
        boolean deprecated = item.path("deprecated").asBoolean(false);
        var vendor = vendor(id, item);
        if (vendor == null && prices.nothingMore() && capabilities == null && efforts.isEmpty() && !preview
                && !deprecated) {
            return ModelExtras.NONE;
        }
        return new ModelExtras(vendor, null, null, prices.cached(), prices.unverified(), capabilities, efforts,
                preview, deprecated);
    }

    private boolean chats(String id, JsonNode item) {
        boolean off = item.path("active").asText("true").equals("false");
        var type = Json.string(item, "model_type");
        if (off || type != null && !CHAT_TYPES.contains(type) || !ModelCapabilities.text(item)) {
            return false;
        }
        var context = context(item);
        return !groq || NO_CHAT_AT_GROQ.stream().noneMatch(id::contains) && (context == null || context >= MIN_CONTEXT);
    }

    private static Integer context(JsonNode item) {
        return known(count(item, "context_length", "context_window", "max_model_len", "max_context_length"),
                count(item.path("limits"), "max_context_length"), count(item.path("top_provider"), "context_length"));
    }

    /** False for what would look like another name, steer a terminal, or fill the screen. */
    private static boolean readable(String name) {
        return name.length() <= MAX_NAME && name.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        });
    }

    private static String vendor(String id, JsonNode item) {
        var said = first(item, "vendor", "vendor_name", "vendor_id", "owned_by");
        if (said != null && readable(said) && !NO_VENDORS.contains(said)) {
            return said;
        }
        int slash = id.indexOf('/');
        return slash > 0 ? id.substring(0, slash) : null;
    }

    private static Boolean reasons(JsonNode item, Set<Capability> capabilities) {
        var said = item.path("capabilities").path("reasoning");
        if (said.isBoolean()) {
            return said.booleanValue();
        }
        return capabilities == null || !ModelCapabilities.lists(item)
                ? null
                : Boolean.valueOf(capabilities.contains(Capability.REASONING));
    }

    private static LocalDate date(String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Integer known(Integer... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String first(JsonNode item, String... names) {
        for (var name : names) {
            var value = Json.string(item, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Integer count(JsonNode item, String... names) {
        for (var name : names) {
            var value = Json.count(item, name);
            if (value != null && value > 0) {
                return value;
            }
        }
        return null;
    }
}
