package app.pitot.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes one reply in a provider's way. Text events are put together by hand: thousands of them leave every second. */
interface Frames {
    byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);
    byte[] NOTHING = {};

    /**
     * What a reply is known by.
     *
     * @param number unique to the reply
     * @param askedUsage true if the request asked for the usage in a frame of its own
     */
    record Opening(String number, SimModel model, Instant created, boolean askedUsage) {}

    /** Begins a reply. */
    interface Framing {
        Frames of(Opening opening);
    }

    /**
     * An event at the end of a reply.
     *
     * @param settles true if whoever has read it can know what the reply cost; one event of an end does
     */
    record End(byte[] bytes, boolean settles) {}

    String id();

    /** Response headers that name the reply. */
    Map<String, String> headers();

    /** Sent while nothing else can be; may be empty. */
    default byte[] waiting() {
        return NOTHING;
    }

    /** Comes before all text; may be empty. */
    byte[] begin();

    byte[] text(Script.Chunk chunk);

    /** @param accounts null to leave them out */
    List<End> end(String finish, Accounts accounts);

    /** Instead of the rest of the reply. */
    byte[] error();

    /** The same reply in one piece. */
    ObjectNode whole(Script script, Accounts accounts);

    /** An event with JSON that breaks off and a byte that no UTF-8 has. */
    default byte[] malformed() {
        var bytes = ("data: {\"id\":\"" + id() + "\",\"choices\":[{\"delta\":{\"content\":\"br?\n\n")
                .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        return bytes;
    }

    static byte[] event(String json) {
        return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The delta of a piece of a call. */
    static String call(Script.Chunk chunk) {
        var piece = chunk.call();
        var named = piece.id() == null
                ? ""
                : ",\"id\":" + quote(piece.id()) + ",\"type\":\"function\"";
        var name = piece.name() == null ? "" : "\"name\":" + quote(piece.name()) + ",";
        return "\"tool_calls\":[{\"index\":" + piece.index() + named + ",\"function\":{" + name + "\"arguments\":"
                + quote(chunk.text()) + "}}]";
    }

    /** Puts the answer and the calls of a whole reply into its message. */
    static ObjectNode say(ObjectNode message, Script script) {
        var calls = script.calls();
        if (calls.isEmpty())
            return message.put("content", script.text(false));
        message.putNull("content");
        var list = message.putArray("tool_calls");
        for (var call : calls)
            list.addObject().put("id", call.id()).put("type", "function").putObject("function")
                    .put("name", call.name()).put("arguments", call.arguments());
        return message;
    }

    static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
