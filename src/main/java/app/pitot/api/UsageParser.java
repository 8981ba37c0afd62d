package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Finds token counts and server timings wherever a payload carries them. */
final class UsageParser {
    private static final int MAX_NAME = 60;
    private static final Pattern COST = Pattern.compile("\\d{1,7}(\\.\\d{1,30})?");
    private static final BigDecimal MAX_COST = BigDecimal.valueOf(1_000_000);

    private UsageParser() {}

    /** The usage object of a payload: at top level, else in the choice, else in {@code x_groq}; missing if none. */
    private static JsonNode node(JsonNode root) {
        for (var place : new JsonNode[]{root, root.path("choices").path(0), root.path("x_groq")}) {
            if (place.path("usage").isObject()) {
                return place.path("usage");
            }
        }
        return root.path("usage").path("none");
    }

    /** The counts, or null if there are none. */
    static Usage usage(JsonNode root) {
        var u = node(root);
        var cached = Json.count(u.path("prompt_tokens_details"), "cached_tokens");
        var usage = new Usage(Json.count(u, "prompt_tokens"), Json.count(u, "completion_tokens"),
                Json.count(u, "total_tokens"), cached != null ? cached : Json.count(u, "prompt_cache_hit_tokens"),
                Json.count(u.path("completion_tokens_details"), "reasoning_tokens"));
        return usage.promptTokens() == null && usage.completionTokens() == null && usage.totalTokens() == null
                ? null
                : usage;
    }

    /** What a router says of who answers and what it charged. */
    static Served served(JsonNode root, JsonNode choice) {
        var by = Harmless.line(Json.string(root, "provider"), MAX_NAME);
        var reason = Harmless.line(Json.string(choice, "native_finish_reason"), MAX_NAME);
        var cost = cost(node(root).path("cost"));
        return by == null && reason == null && cost == null ? Served.NONE : new Served(by, reason, cost);
    }

    private static BigDecimal cost(JsonNode value) {
        boolean readable = value.isNumber() && Double.isFinite(value.doubleValue())
                || value.isTextual() && COST.matcher(value.textValue()).matches();
        if (!readable) {
            return null;
        }
        // Not by way of a double where the provider wrote a text: a bill is exact.
        var cost = value.isTextual() ? new BigDecimal(value.textValue()) : BigDecimal.valueOf(value.doubleValue());
        return cost.signum() < 0 || cost.compareTo(MAX_COST) > 0 ? null : cost;
    }

    /** Cerebras' {@code time_info}, or Groq's times inside usage, whose total leaves the queue out; null if neither. */
    static ServerTiming timing(JsonNode root) {
        var t = root.path("time_info");
        boolean groq = !t.isObject();
        if (groq) {
            t = node(root);
        }
        var queue = Json.seconds(t, "queue_time");
        var total = Json.seconds(t, "total_time");
        if (groq && total != null && queue != null) {
            total += queue;
        }
        var timing = new ServerTiming(queue, Json.seconds(t, "prompt_time"), Json.seconds(t, "completion_time"),
                total);
        return timing.completionSeconds() == null && total == null ? null : timing;
    }
}
