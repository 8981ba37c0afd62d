package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a reply cost and how long each part of it really took, by the pacing clock.
 *
 * @param arrived ticker reading when the request came
 * @param started when it had been read, checked and admitted
 * @param prompted when output began
 * @param ended when the last text had been sent
 */
record Accounts(Instant created, long arrived, long started, long prompted, long ended) {
    ObjectNode toJson(int promptTokens, Script script) {
        var json = JsonNodeFactory.instance.objectNode();
        var usage = json.putObject("usage").put("total_tokens", promptTokens + script.tokens())
                .put("completion_tokens", script.tokens());
        usage.putObject("completion_tokens_details").put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0).put("reasoning_tokens", script.reasoningTokens());
        usage.put("prompt_tokens", promptTokens).putObject("prompt_tokens_details").put("cached_tokens", 0);
        json.putObject("time_info").put("created", created.toEpochMilli() / 1e3)
                .put("queue_time", (started - arrived) / 1e9)
                .put("prompt_time", (prompted - started) / 1e9).put("completion_time", (ended - prompted) / 1e9)
                .put("total_time", (ended - arrived) / 1e9);
        return json;
    }
}
