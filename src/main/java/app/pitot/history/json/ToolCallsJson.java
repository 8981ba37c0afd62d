package app.pitot.history.json;

import app.pitot.api.ToolCall;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Calls that a model wants made. */
public final class ToolCallsJson {
    private ToolCallsJson() {}

    public static JsonNode write(ToolCall call) {
        var node = JsonNodeFactory.instance.objectNode();
        Fields.put(node, "id", call.id());
        Fields.put(node, "name", call.name());
        Fields.put(node, "arguments", call.arguments());
        return node;
    }

    public static List<ToolCall> read(JsonNode array) {
        return Fields.list(array, call -> new ToolCall(Fields.text(call, "id", ""), Fields.text(call, "name", ""),
                Fields.text(call, "arguments", "")));
    }
}
