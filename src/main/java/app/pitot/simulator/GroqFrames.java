package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ids of its own in the first event, usage twice in the last one, and a third time in an extra one if asked for. */
final class GroqFrames implements Frames {
    private final Opening opening;
    private final String head;

    GroqFrames(Opening opening) {
        this.opening = opening;
        head = "{\"id\":\"" + id() + "\",\"object\":\"chat.completion.chunk\",\"created\":"
                + opening.created().getEpochSecond() + ",\"model\":" + Frames.quote(opening.model().id())
                + ",\"system_fingerprint\":\"fp_pitot\",\"choices\":[";
    }

    @Override
    public String id() {
        return "chatcmpl-" + opening.number();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("x-request-id", requestId(), "x-groq-region", "loopback");
    }

    @Override
    public byte[] begin() {
        return frame("{\"role\":\"assistant\",\"content\":\"\"}", "null",
                ",\"x_groq\":" + xGroq().put("seed", opening.number().hashCode() & Integer.MAX_VALUE));
    }

    @Override
    public byte[] text(Script.Chunk chunk) {
        var text = Frames.quote(chunk.text());
        if (chunk.call() != null)
            return frame("{" + Frames.call(chunk) + "}", "null", "");
        return frame(chunk.reasoning()
                ? "{\"reasoning\":" + text + ",\"channel\":\"analysis\"}"
                : "{\"content\":" + text + "}", "null", "");
    }

    @Override
    public List<End> end(String finish, Accounts accounts) {
        var reason = "\"" + finish + "\"";
        if (accounts == null)
            return List.of(new End(frame("{}", reason, ",\"x_groq\":" + xGroq()), true));
        var usage = usage(accounts);
        var xGroq = xGroq();
        xGroq.set("usage", usage);
        var ends = new ArrayList<End>();
        ends.add(new End(frame("{}", reason, ",\"x_groq\":" + xGroq + ",\"usage\":" + usage), true));
        if (opening.askedUsage())
            ends.add(new End(Frames.event(head + "],\"usage\":" + usage + ",\"service_tier\":\"on_demand\"}"), false));
        return ends;
    }

    @Override
    public byte[] error() {
        return frame("{}", "null", ",\"x_groq\":" + xGroq().put("error", "The reply was broken off by the server."));
    }

    @Override
    public ObjectNode whole(Script script, Accounts accounts) {
        var body = JsonNodeFactory.instance.objectNode().put("id", id()).put("object", "chat.completion")
                .put("created", opening.created().getEpochSecond()).put("model", opening.model().id());
        var choice = body.putArray("choices").addObject().put("index", 0);
        var message = Frames.say(choice.putObject("message").put("role", "assistant"), script);
        if (script.reasoningTokens() > 0)
            message.put("reasoning", script.text(true));
        choice.putNull("logprobs").put("finish_reason", script.finish());
        if (accounts != null)
            body.set("usage", usage(accounts));
        body.put("system_fingerprint", "fp_pitot").set("x_groq", xGroq());
        return body.put("service_tier", "on_demand");
    }

    private ObjectNode xGroq() {
        return JsonNodeFactory.instance.objectNode().put("id", requestId());
    }

    private String requestId() {
        return "req_" + opening.number().replace("-", "");
    }

    /** The total is prompt and completion; the queue is not in it. */
    private static ObjectNode usage(Accounts accounts) {
        var usage = JsonNodeFactory.instance.objectNode().put("queue_time", accounts.queueSeconds())
                .put("prompt_tokens", accounts.promptTokens()).put("prompt_time", accounts.promptSeconds())
                .put("completion_tokens", accounts.completionTokens())
                .put("completion_time", accounts.completionSeconds()).put("total_tokens", accounts.totalTokens())
                .put("total_time", accounts.promptSeconds() + accounts.completionSeconds());
        usage.putObject("completion_tokens_details").put("reasoning_tokens", accounts.reasoningTokens());
        return usage;
    }

    private byte[] frame(String delta, String finish, String extra) {
        return Frames.event(head + "{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finish
                + "}]" + extra + "}");
    }
}
