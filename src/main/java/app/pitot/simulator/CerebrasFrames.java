package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;

/** {@code finish_reason} is absent until the last event, which also carries usage and timing. */
final class CerebrasFrames implements Frames {
    private final Opening opening;
    private final String tail;

    CerebrasFrames(Opening opening) {
        this.opening = opening;
        tail = ",\"created\":" + opening.created().getEpochSecond() + ",\"model\":"
                + Frames.quote(opening.model().id())
                + ",\"system_fingerprint\":\"fp_pitot\",\"object\":\"chat.completion.chunk\"";
    }

    @Override
    public String id() {
        return "chatcmpl-" + opening.number();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public byte[] begin() {
        return frame("{\"delta\":{\"role\":\"assistant\"},\"index\":0}", "");
    }

    @Override
    public byte[] text(Script.Chunk chunk) {
        var field = chunk.reasoning() ? "reasoning" : "content";
        var delta = chunk.call() == null ? "\"" + field + "\":" + Frames.quote(chunk.text()) : Frames.call(chunk);
        var odds = chunk.odds() == null ? "" : ",\"logprobs\":{\"content\":" + chunk.odds() + "}";
        return frame("{\"delta\":{" + delta + "},\"index\":0" + odds + "}", "");
    }

    @Override
    public List<End> end(String finish, Accounts accounts) {
        var extra = accounts == null
                ? ""
                : ",\"usage\":" + usage(accounts) + ",\"time_info\":" + times(accounts);
        return List.of(new End(frame("{\"delta\":{},\"finish_reason\":\"" + finish + "\",\"index\":0}", extra), true));
    }

    @Override
    public byte[] error() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("id", id()).put("code", "internal_server_error")
                .put("message", "The server had an error while generating the reply.").putNull("param")
                .put("type", "server_error");
        return Frames.event(body.put("status_code", 500).toString());
    }

    @Override
    public ObjectNode whole(Script script, Accounts accounts) {
        var body = JsonNodeFactory.instance.objectNode().put("id", id());
        var choice = body.putArray("choices").addObject().put("finish_reason", script.finish()).put("index", 0);
        var message = Frames.say(choice.putObject("message"), script);
        if (script.reasoningTokens() > 0)
            message.put("reasoning", script.text(true));
        message.put("role", "assistant");
        if (script.odds() != null)
            choice.putObject("logprobs").putRawValue("content", new RawValue(script.odds()));
        body.put("created", opening.created().getEpochSecond()).put("model", opening.model().id())
                .put("system_fingerprint", "fp_pitot").put("object", "chat.completion");
        if (accounts != null) {
            body.set("usage", usage(accounts));
            body.set("time_info", times(accounts));
        }
        return body;
    }

    private static ObjectNode usage(Accounts accounts) {
        var usage = JsonNodeFactory.instance.objectNode().put("total_tokens", accounts.totalTokens())
                .put("completion_tokens", accounts.completionTokens());
        usage.putObject("completion_tokens_details").put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0).put("reasoning_tokens", accounts.reasoningTokens());
        usage.put("prompt_tokens", accounts.promptTokens()).putObject("prompt_tokens_details").put("cached_tokens",
                accounts.cachedTokens());
        return usage;
    }

    private static ObjectNode times(Accounts accounts) {
        return JsonNodeFactory.instance.objectNode().put("created", accounts.created().toEpochMilli() / 1e3)
                .put("queue_time", accounts.queueSeconds()).put("prompt_time", accounts.promptSeconds())
                .put("completion_time", accounts.completionSeconds()).put("total_time", accounts.totalSeconds());
    }

    private byte[] frame(String choice, String extra) {
        return Frames.event("{\"id\":\"" + id() + "\",\"choices\":[" + choice + "]" + tail + extra + "}");
    }
}
