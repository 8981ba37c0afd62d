package app.pitot.api;

import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Model lists in every shape: {@code {data: […]}}, a bare list, {@code {models: […]}}, {@code {data: {list: […]}}}. */
final class ModelList {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final int MAX_NAME = 256;
    private static final int MAX_SCALE = 15;

    private ModelList() {}

    /** The models that can be asked for by id, in the given order; null if {@code root} is no list. */
    static List<ModelInfo> of(JsonNode root) {
        var items = items(root);
        if (items == null) {
            return null;
        }
        var models = new ArrayList<ModelInfo>();
        for (var item : items) {
            var model = model(item);
            if (model != null) {
                models.add(model);
            }
        }
        return List.copyOf(models);
    }

    private static JsonNode items(JsonNode root) {
        if (root.isArray()) {
            return root;
        }
        for (var place : new JsonNode[]{root.path("data"), root.path("models"), root.path("data").path("list"),
            root.path("data").path("models")}) {
            if (place.isArray()) {
                return place;
            }
        }
        return "list".equals(Json.string(root, "object")) && root.path("data").isNull()
                ? root.withArray("/none")
                : null;
    }

    private static ModelInfo model(JsonNode item) {
        var id = item.isTextual() ? item.textValue() : first(item, "id", "model_id", "model", "name");
        if (id == null || id.isBlank() || !readable(id) || item.path("active").asText("true").equals("false")) {
            return null;
        }
        var name = first(item, "name", "display_name");
        var limits = item.path("limits");
        var top = item.path("top_provider");
        var context = count(item, "context_length", "context_window", "max_model_len", "max_context_length");
        var output = count(item, "max_completion_tokens", "max_output_tokens");
        var parameters = item.path("supported_parameters");
        return new ModelInfo(id, name == null || !readable(name) ? id : name,
                context != null ? context : count(limits, "max_context_length"),
                output != null
                        ? output
                        : count(limits, "max_completion_tokens") != null
                                ? count(limits, "max_completion_tokens")
                                : count(top, "max_completion_tokens"),
                price(item, "prompt"), price(item, "completion"), reasons(item, parameters), null,
                date(first(item, "expiration_date", "retired_on")), null);
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

    private static Boolean reasons(JsonNode item, JsonNode parameters) {
        var said = item.path("capabilities").path("reasoning");
        if (said.isBoolean()) {
            return said.booleanValue();
        }
        for (var list : new JsonNode[]{item.path("supported_features"), parameters}) {
            if (list.isArray() && !list.isEmpty()) {
                for (var word : list) {
                    if (word.asText().equals("reasoning")) {
                        return true;
                    }
                }
                return false;
            }
        }
        return null;
    }

    /** Per million: lists name the price of one token as a decimal string. */
    private static BigDecimal price(JsonNode item, String what) {
        var text = Json.scalar(item.path("pricing"), what);
        if (text == null || !text.strip().matches("\\d{1,9}(\\.\\d{1,30})?([eE]-?\\d{1,2})?")) {
            return null;
        }
        var perToken = new BigDecimal(text.strip()).stripTrailingZeros();
        // A whole dollar for one token, or a millionth of a millionth of one, is a mistake, not a price.
        boolean sane = perToken.compareTo(BigDecimal.ONE) <= 0 && perToken.scale() <= MAX_SCALE;
        return sane ? perToken.multiply(MILLION).stripTrailingZeros() : null;
    }

    private static LocalDate date(String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
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
