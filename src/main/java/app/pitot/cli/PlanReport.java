package app.pitot.cli;

import app.pitot.advice.Planned;
import app.pitot.advice.Reach;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What {@code plan --json} prints. Every field is always there; null is unknown, or no bound. */
final class PlanReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PLACES = 3;

    private PlanReport() {}

    /** @param requests whose time and cost are asked for; null for none */
    static String of(List<Planned> all, Long requests, Instant now, ZoneId zone) {
        var root = JSON.createObjectNode();
        var plans = root.putArray("plans");
        for (var planned : all) {
            var node = plans.addObject().put("plan", planned.plan().id()).put("asOf", planned.plan().asOf().toString())
                    .put("model", planned.model().id().isEmpty() ? null : planned.model().id())
                    .put("covered", planned.covered()).put("never", planned.never())
                    .put("requestsPerDay", planned.perDay());
            number(node, "requestsPerMinute", planned.perMinute());
            number(node, "requestsPerHour", planned.perHour());
            node.set("binds", planned.binding() == null ? null : limit(planned.binding()));
            node.set("bindsNext", planned.next() == null ? null : limit(planned.next()));
            node.put("contextTokens", planned.contextTokens()).put("tokensSetAside", planned.outputAside());
            node.put("usdPerRequest", planned.costPerRequest());
            if (requests != null) {
                var time = planned.finish(requests, now, zone);
                node.put("requests", requests)
                        .put("seconds", time == null ? null : Long.valueOf((time.toMillis() + 999) / 1_000))
                        .put("usd", planned.costOf(requests));
            }
        }
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static ObjectNode limit(Reach reach) {
        return JSON.createObjectNode().put("metric", lower(reach.limit().metric()))
                .put("period", lower(reach.limit().period())).put("limit", reach.limit().value())
                .put("requestsPerDay", reach.perDay());
    }

    private static void number(ObjectNode node, String name, Double value) {
        node.put(name, value == null ? null : BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
