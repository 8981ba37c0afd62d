package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.history.Message;
import app.pitot.ui.transcript.MessageAction;
import app.pitot.ui.transcript.MessageAction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be done with a message, besides copying it.
 *
 * @param edit of a question: ask it in other words
 * @param again of a reply: ask for another one
 * @param againWith the same of another model
 * @param goOn of a reply that was cut: ask for the rest
 * @param compare of a reply with other versions: show one of them beside it
 * @param branch begin a new conversation with all up to here
 * @param request of a reply: show what was sent and received for it
 */
record MessageMenu(Consumer<Message> edit, Consumer<Message> again, Consumer<Message> againWith,
        Consumer<Message> goOn, Consumer<Message> compare, Consumer<Message> branch, Consumer<Message> request) {
    /** @param versions true if it has others */
    List<MessageAction> of(Message message, boolean versions) {
        var actions = new ArrayList<MessageAction>();
        if (message.state() == Message.State.STREAMING) {
            return actions;
        }
        switch (message.kind()) {
            case QUESTION -> actions.add(action(Kind.EDIT, "edit", edit, message));
            case REPLY -> {
                actions.add(action(Kind.REGENERATE, "again", again, message));
                actions.add(action(Kind.REGENERATE_WITH, "againWith", againWith, message));
                if (Failures.unfinished(message)) {
                    actions.add(action(Kind.CONTINUE, "continue", goOn, message));
                }
                if (versions) {
                    actions.add(action(Kind.COMPARE, "compare", compare, message));
                }
            }
            case TOOL_RESULT -> {
            }
        }
        actions.add(action(Kind.BRANCH, "branch", branch, message));
        if (message.exchangeId() != null) {
            actions.add(action(Kind.REQUEST, "request", request, message));
        }
        return actions;
    }

    private static MessageAction action(Kind kind, String key, Consumer<Message> does, Message message) {
        return new MessageAction(kind, Texts.get("chat.action." + key), () -> does.accept(message));
    }
}
