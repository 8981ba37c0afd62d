package app.pitot.ui.chat;

import app.pitot.history.Message;
import app.pitot.ui.transcript.ToolCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings the results that a conversation has to the calls that they answer. */
final class CallResults {
    private CallResults() {}

    /**
     * Shows what became of {@code calls}: their results, a place to enter some, or that the conversation went on without.
     *
     * @param at where in {@code path} the reply stands that wants them
     * @param results takes what is entered; null where nothing can be
     */
    static void show(ToolCalls calls, List<Message> path, int at, Consumer<List<String>> results) {
        var given = new ArrayList<Message>();
        for (int i = at + 1; i < path.size() && path.get(i).kind() == Message.Kind.TOOL_RESULT; i++) {
            given.add(path.get(i));
        }
        if (!given.isEmpty()) {
            calls.answered(inOrder(path.get(at), given));
        } else if (at == path.size() - 1 && results != null) {
            calls.open(results);
        } else {
            calls.pass();
        }
    }

    /** True if results can be entered; {@code calls} may be null. */
    static boolean open(ToolCalls calls) {
        return calls != null && calls.state().get() == ToolCalls.State.OPEN;
    }

    /** What was entered so far, one for each call. */
    static List<String> typed(ToolCalls calls) {
        return calls.calls().stream().map(each -> each.result().get()).toList();
    }

    /** Enters what {@link #typed} gave. */
    static void type(ToolCalls calls, List<String> results) {
        for (int i = 0; i < Math.min(results.size(), calls.calls().size()); i++) {
            calls.calls().get(i).result().set(results.get(i));
        }
    }

    /** One for each call; null where there is none. Of calls with the same id each takes the next result. */
    private static List<String> inOrder(Message reply, List<Message> given) {
        var left = new ArrayList<>(given);
        var texts = new ArrayList<String>();
        for (var call : reply.toolCalls()) {
            var found = left.stream().filter(each -> call.id().equals(each.toolCallId())).findFirst();
            found.ifPresent(left::remove);
            texts.add(found.map(Message::text).orElse(null));
        }
        return texts;
    }
}
