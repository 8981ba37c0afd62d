package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds token counts and server timings wherever a payload carries them. */
final class UsageParser {
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
