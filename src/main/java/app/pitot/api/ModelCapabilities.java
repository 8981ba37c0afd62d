package app.pitot.api;

import app.pitot.provider.Capability;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a model list says that a model can do. */
final class ModelCapabilities {
    private static final int MAX_EFFORTS = 12;
    private static final String[] WORD_LISTS = {"supported_features", "supported_parameters", "capabilities"};
    private static final String[] EFFORT_LISTS = {"supported_reasoning_efforts", "reasoning_efforts",
        "supported_efforts"};

    private ModelCapabilities() {}

    /** Null if {@code item} does not say. */
    static Set<Capability> of(JsonNode item) {
        var found = EnumSet.noneOf(Capability.class);
        boolean told = false;
        var flags = item.path("capabilities");
        if (flags.isObject()) {
            flags.properties().forEach(flag -> {
                if (flag.getValue().asBoolean(false)) {
                    add(found, flag.getKey());
                }
            });
            told = !flags.isEmpty();
        }
        for (var name : WORD_LISTS) {
            var list = item.path(name);
            if (list.isArray() && !list.isEmpty()) {
                list.forEach(word -> add(found, word.asText()));
                told = true;
            }
        }
        for (var input : modalities(item, "input_modalities")) {
            told = true;
            if (input.equals("image")) {
                found.add(Capability.VISION);
            }
        }
        return told ? found : null;
    }

    /** True if {@code item} lists what it can do in words, so that what is not listed is not there. */
    static boolean lists(JsonNode item) {
        for (var name : WORD_LISTS) {
            if (item.path(name).isArray() && !item.path(name).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** False if {@code item} says that it takes or gives no text. */
    static boolean text(JsonNode item) {
        for (var name : new String[]{"input_modalities", "output_modalities"}) {
            var given = modalities(item, name);
            if (!given.isEmpty() && !given.contains("text")) {
                return false;
            }
        }
        return true;
    }

    /** Values of {@code reasoning_effort}; empty if {@code item} names none. */
    static List<String> efforts(JsonNode item) {
        for (var place : new JsonNode[]{item, item.path("reasoning")}) {
            for (var name : EFFORT_LISTS) {
                var words = words(place.path(name));
                if (!words.isEmpty()) {
                    return words.subList(0, Math.min(MAX_EFFORTS, words.size()));
                }
            }
        }
        return List.of();
    }

    private static List<String> modalities(JsonNode item, String name) {
        var own = words(item.path(name));
        return own.isEmpty() ? words(item.path("architecture").path(name)) : own;
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        for (var word : list) {
            if (word.isTextual() && word.textValue().matches("[a-z_]{1,20}")) {
                words.add(word.textValue());
            }
        }
        return words;
    }

    private static void add(Set<Capability> found, String word) {
        switch (word) {
            case "vision" -> found.add(Capability.VISION);
            case "tools" -> found.add(Capability.TOOLS);
            case "json_mode", "response_format" -> found.add(Capability.JSON);
            case "structured_outputs" -> found.add(Capability.SCHEMA);
            case "reasoning", "thinking" -> found.add(Capability.REASONING);
            default -> {
                // The rest is not shown.
            }
        }
    }
}
