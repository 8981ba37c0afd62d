package app.pitot.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the tool calls of one reply together from their pieces. Not thread-safe. */
final class ToolCalls {
    /** Far more than anybody enters results for by hand. */
    static final int MAX_CALLS = 64;
    /** Of all calls together, in characters. */
    static final int MAX_TEXT = 1024 * 1024;

    private final List<Call> calls = new ArrayList<>();
    private final Map<Integer, Call> byIndex = new HashMap<>();
    private int written;
    private boolean full;

    /** Adds a piece; false if it, or a part of it, is over the bounds and was left out. */
    boolean add(ToolPiece piece) {
        if (full) {
            return false;
        }
        var call = call(piece);
        if (call == null) {
            full = true;
            return false;
        }
        call.id = first(call.id, piece.id());
        call.name = first(call.name, piece.name());
        int room = MAX_TEXT - written;
        if (piece.arguments().length() > room) {
            full = true;
        }
        call.arguments.append(piece.arguments(), 0, Math.min(room, piece.arguments().length()));
        written += Math.min(room, piece.arguments().length());
        return !full;
    }

    /** In the order in which they began. */
    List<ToolCall> whole() {
        return calls.stream().map(call -> new ToolCall(call.id, call.name, call.arguments.toString())).toList();
    }

    /** The call that the piece belongs to, begun if it is the first of one; null if there would be too many. */
    private Call call(ToolPiece piece) {
        var known = known(piece);
        if (known != null && !begins(piece, known)) {
            return known;
        }
        if (calls.size() >= MAX_CALLS) {
            return null;
        }
        var call = new Call();
        calls.add(call);
        if (piece.index() != null) {
            byIndex.put(piece.index(), call);
        }
        return call;
    }

    private Call known(ToolPiece piece) {
        if (piece.index() != null) {
            return byIndex.get(piece.index());
        }
        if (piece.id() != null) {
            return calls.stream().filter(call -> call.id.equals(piece.id())).findFirst().orElse(null);
        }
        // Without either, a name begins a call and anything else goes on with the last.
        return piece.name() != null || calls.isEmpty() ? null : calls.getLast();
    }

    /** Some servers give every call the index 0: another id with another function is another call. */
    private static boolean begins(ToolPiece piece, Call known) {
        return piece.name() != null && piece.id() != null && !known.id.isEmpty() && !known.id.equals(piece.id());
    }

    private String first(String known, String said) {
        if (!known.isEmpty() || said == null || said.length() > MAX_TEXT - written) {
            return known;
        }
        written += said.length();
        return said;
    }

    private static final class Call {
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";
    }
}
