package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Comments while there is nothing to send, a provider in every event, and the finish twice, the second time with the cost. */
final class OpenRouterFrames implements Frames {
    /** Whom it claims to have asked. */
    static final String PROVIDER = "Simulator";
    private static final byte[] COMMENT = ": OPENROUTER PROCESSING\n\n".getBytes(StandardCharsets.UTF_8);

    private final Opening opening;
    private final String head;

    OpenRouterFrames(Opening opening) {
        this.opening = opening;
        head = "{\"id\":\"" + id() + "\",\"provider\":\"" + PROVIDER + "\",\"model\":"
                + Frames.quote(opening.model().id()) + ",\"object\":\"chat.completion.chunk\",\"created\":"
                + opening.created().getEpochSecond();
    }

    @Override
    public String id() {
        return "gen-" + opening.number();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("X-Generation-Id", id());
    }

    @Override
    public byte[] waiting() {
        return COMMENT;
    }

    @Override
    public byte[] begin() {
        return NOTHING;
    }

    @Override
    public byte[] text(Script.Chunk chunk) {
        var text = Frames.quote(chunk.text());
        if (chunk.call() != null)
            return frame("null," + Frames.call(chunk), "null", "");
        if (chunk.odds() != null)
            return frame(text, "null", "", "{\"content\":" + chunk.odds() + "}");
        return frame(chunk.reasoning()
                ? "\"\",\"reasoning\":" + text + ",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":" + text
                        + ",\"index\":0}]"
                : text, "null", "");
    }

    @Override
    public List<End> end(String finish, Accounts accounts) {
        var reason = "\"" + finish + "\"";
        var first = frame("\"\"", reason, "");
        return accounts == null
                ? List.of(new End(first, true))
                : List.of(new End(first, false),
                        new End(frame("\"\"", reason, ",\"usage\":" + usage(accounts)), true));
    }

    @Override
    public byte[] error() {
        return Frames.event(head + ",\"error\":" + OpenRouterErrors.broken().get("error")
                + ",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}");
    }

    @Override
    public ObjectNode whole(Script script, Accounts accounts) {
        var body = JsonNodeFactory.instance.objectNode().put("id", id()).put("provider", PROVIDER)
                .put("model", opening.model().id()).put("object", "chat.completion")
                .put("created", opening.created().getEpochSecond());
        var choice = body.putArray("choices").addObject().putNull("logprobs").put("finish_reason", script.finish())
                .put("native_finish_reason", script.finish()).put("index", 0);
        var message = Frames.say(choice.putObject("message").put("role", "assistant"), script);
        if (script.odds() != null)
            choice.putObject("logprobs").putRawValue("content", new RawValue(script.odds()));
        if (script.reasoningTokens() > 0)
            message.put("reasoning", script.text(true));
        if (accounts != null)
            body.set("usage", usage(accounts));
        return body;
    }

    private ObjectNode usage(Accounts accounts) {
        var usage = JsonNodeFactory.instance.objectNode().put("prompt_tokens", accounts.promptTokens())
                .put("completion_tokens", accounts.completionTokens()).put("total_tokens", accounts.totalTokens())
                .put("cost", opening.model().cost(accounts.promptTokens(), accounts.completionTokens()))
                .put("is_byok", false);
        usage.putObject("prompt_tokens_details").put("cached_tokens", accounts.cachedTokens());
        usage.putObject("completion_tokens_details").put("reasoning_tokens", accounts.reasoningTokens());
        return usage;
    }

    private byte[] frame(String content, String finish, String extra) {
        return frame(content, finish, extra, "null");
    }

    private byte[] frame(String content, String finish, String extra, String logprobs) {
        return Frames.event(head + ",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":" + content
                + "},\"finish_reason\":" + finish + ",\"native_finish_reason\":" + finish + ",\"logprobs\":" + logprobs
                + "}]" + extra + "}");
    }
}
