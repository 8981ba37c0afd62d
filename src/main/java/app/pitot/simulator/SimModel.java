package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * One simulated model.
 *
 * @param contextTokens prompt and completion together
 * @param speed output tokens per second
 * @param ttftMs until output starts
 * @param efforts accepted values of {@code reasoning_effort}; empty if it does not reason
 * @param entry as the provider lists it
 */
record SimModel(String id, String owner, int contextTokens, double speed, int ttftMs, List<String> efforts,
        ObjectNode entry) {
    /** Whether it takes pictures. */
    boolean sees() {
        return entry.at("/capabilities/vision").asBoolean() || images(entry) || images(entry.path("architecture"));
    }

    private static boolean images(JsonNode node) {
        return node.path("input_modalities").valueStream().anyMatch(each -> each.asText().equals("image"));
    }

    boolean reasons() {
        return !efforts.isEmpty();
    }

    /** In USD; 0 if its provider lists no prices. */
    BigDecimal cost(int promptTokens, int completionTokens) {
        return price("prompt").multiply(BigDecimal.valueOf(promptTokens))
                .add(price("completion").multiply(BigDecimal.valueOf(completionTokens)));
    }

    private BigDecimal price(String kind) {
        var price = entry.path("pricing").path(kind);
        return price.isTextual() ? new BigDecimal(price.asText()) : BigDecimal.ZERO;
    }
}
