package app.pitot.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the events of one reply. Text events are put together by hand: thousands of them leave every second. */
final class Frames {
    static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

    private final String id;
    private final String tail;
    private final String model;
    private final Instant created;

    Frames(String id, String model, Instant created) {
        this.id = id;
        this.model = model;
        this.created = created;
        tail = ",\"created\":" + created.getEpochSecond() + ",\"model\":" + quote(model)
                + ",\"system_fingerprint\":\"fp_pitot\",\"object\":\"chat.completion.chunk\"";
    }

    byte[] role() {
        return frame("{\"delta\":{\"role\":\"assistant\"},\"index\":0}", "");
    }

    byte[] text(Script.Chunk chunk) {
        var field = chunk.reasoning() ? "reasoning" : "content";
        return frame("{\"delta\":{\"" + field + "\":" + quote(chunk.text()) + "},\"index\":0}", "");
    }

    /** @param accounts usage and time_info, or empty */
    byte[] last(String finish, ObjectNode accounts) {
        var fields = accounts.toString();
        var extra = accounts.isEmpty() ? "" : "," + fields.substring(1, fields.length() - 1);
        return frame("{\"delta\":{},\"finish_reason\":\"" + finish + "\",\"index\":0}", extra);
    }

    byte[] error() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("id", id).put("code", "internal_server_error")
                .put("message", "The server had an error while generating the reply.").putNull("param")
                .put("type", "server_error");
        return ("data: " + body.put("status_code", 500) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An event with JSON that breaks off and a byte that no UTF-8 has. */
    byte[] malformed() {
        var bytes = ("data: {\"id\":\"" + id + "\",\"choices\":[{\"delta\":{\"content\":\"br?\n\n")
                .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        return bytes;
    }

    /** The same reply in one piece. */
    ObjectNode whole(Script script, ObjectNode accounts) {
        var body = JsonNodeFactory.instance.objectNode().put("id", id);
        var choice = body.putArray("choices").addObject().put("finish_reason", script.finish()).put("index", 0);
        var message = choice.putObject("message").put("content", script.text(false));
        if (script.reasoningTokens() > 0)
            message.put("reasoning", script.text(true));
        message.put("role", "assistant");
        body.put("created", created.getEpochSecond()).put("model", model).put("system_fingerprint", "fp_pitot")
                .put("object", "chat.completion");
        return body.setAll(accounts);
    }

    private byte[] frame(String choice, String extra) {
        return ("data: {\"id\":\"" + id + "\",\"choices\":[" + choice + "]" + tail + extra + "}\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
