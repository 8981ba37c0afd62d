package app.pitot.ui.chat;

import app.pitot.history.Message;
import app.pitot.history.Tree;
import app.pitot.ui.transcript.Versions;
import java.util.function.Consumer;

/** The other versions of a message. A reply of which nothing came is none, unless it is the one that is shown. */
final class Siblings {
    private Siblings() {}

    /** Null if there are no others. @param choose shows the one that it is given */
    static Versions of(Tree tree, Message message, Consumer<Message> choose) {
        var all = tree.versions(message.id()).stream()
                .filter(each -> each.id().equals(message.id()) || says(each)).toList();
        if (all.size() < 2) {
            return null;
        }
        int at = all.stream().map(Message::id).toList().indexOf(message.id());
        return new Versions(at + 1, all.size(), at == 0 ? null : () -> choose.accept(all.get(at - 1)),
                at == all.size() - 1 ? null : () -> choose.accept(all.get(at + 1)));
    }

    /** True if there is something of it to look at. */
    static boolean says(Message message) {
        return message.kind() != Message.Kind.REPLY || message.state() == Message.State.STREAMING
                || !message.text().isEmpty() || !message.reasoning().isEmpty() || !message.toolCalls().isEmpty();
    }
}
