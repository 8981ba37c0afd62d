package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the tool calls of a delta or of a whole message: the list of today, and the one {@code function_call} of before. */
final class ToolPieces {
    private ToolPieces() {}

    /** May be empty; what is no call is left out. */
    static List<ToolPiece> of(JsonNode holder) {
        var calls = holder.path("tool_calls");
        var old = holder.path("function_call");
        if (calls.isEmpty()) {
            return old.isObject() && !old.isEmpty() ? List.of(piece(0, null, old)) : List.of();
        }
        var pieces = new ArrayList<ToolPiece>();
        for (var call : calls) {
            if (call.isObject()) {
                pieces.add(piece(Json.count(call, "index"), Json.scalar(call, "id"), call.path("function")));
            }
        }
        return pieces;
    }

    private static ToolPiece piece(Integer index, String id, JsonNode function) {
        var arguments = function.path("arguments");
        var text = arguments.isTextual()
                ? arguments.textValue()
                : arguments.isContainerNode() ? arguments.toString() : "";
        return new ToolPiece(index, id, Json.string(function, "name"), text);
    }
}
