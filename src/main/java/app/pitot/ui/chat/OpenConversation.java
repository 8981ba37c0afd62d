package app.pitot.ui.chat;

import app.pitot.api.ToolCall;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeResult;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.history.Tree;
import app.pitot.history.Unsent;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation with its messages, and what is written of it when: nothing of an empty one, then every step before the
 * next is taken. JavaFX thread only; the writing calls return at once.
 */
final class OpenConversation {
    private final History history;
    private final Clocks clocks;
    private final Tree tree;
    private Conversation conversation;
    private Unsent unsent;
    private boolean kept;

    private OpenConversation(History history, Clocks clocks, Conversation conversation, Tree tree, Unsent unsent,
            boolean kept) {
        this.history = history;
        this.clocks = clocks;
        this.conversation = conversation;
        this.tree = tree;
        this.unsent = unsent;
        this.kept = kept;
    }

    /** An empty one, of which nothing is written yet. */
    static OpenConversation begin(History history, Clocks clocks) {
        return new OpenConversation(history, clocks,
                Conversation.begin(UUID.randomUUID().toString(), clocks.now(), Setup.NONE), new Tree(), Unsent.NONE,
                false);
    }

    /** One that is kept, as it was read. */
    static OpenConversation read(History history, Clocks clocks, Conversation read, List<Message> messages,
            Unsent unsent) {
        return new OpenConversation(history, clocks, read, new Tree(messages), unsent, true);
    }

    Conversation conversation() {
        return conversation;
    }

    /** What waits in it to be sent, as it was read or kept last. */
    Unsent unsent() {
        return unsent;
    }

    String id() {
        return conversation.id();
    }

    /** It was deleted: nothing of it is written any more, except how a reply ended. */
    void gone() {
        kept = false;
    }

    /** True if there is something of it on the disk. */
    boolean kept() {
        return kept;
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    Tree tree() {
        return tree;
    }

    /** The branch that is shown. */
    List<Message> path() {
        return tree.path(leaf());
    }

    /**
     * Adds what the user asks.
     *
     * @param parentId null for a first question
     * @param draft what is still to be sent
     * @param setup how it is asked
     */
    Message ask(String parentId, String text, List<Picture> pictures, String draft, Setup setup) {
        boolean first = tree.isEmpty() && !conversation.titled();
        conversation = (first ? conversation.withTitle(Titles.of(text), false) : conversation).withDraft(draft)
                .withSetup(setup);
        var now = conversation;
        if (kept) {
            history.change(id(), each -> (first ? each.withTitle(now.title(), false) : each).withDraft(draft)
                    .withSetup(setup));
        }
        keep();
        var question = Message.question(UUID.randomUUID().toString(), id(), parentId, clocks.now(), text, pictures);
        add(question);
        return question;
    }

    /** Adds what a tool gave. */
    Message result(String parentId, String callId, String text) {
        var result = Message.toolResult(UUID.randomUUID().toString(), id(), parentId, clocks.now(), callId, text);
        add(result);
        return result;
    }

    /** Adds a reply that is about to be asked for. */
    Message reply(String parentId, String exchangeId) {
        var reply = Message.reply(UUID.randomUUID().toString(), id(), parentId, clocks.now(), exchangeId);
        add(reply);
        return reply;
    }

    /** Puts the final state of {@code reply} in its place. */
    Message end(Message reply, ExchangeResult result) {
        var ended = reply.ended(result.answer(), result.reasoning(), ReplyFacts.of(result));
        tree.put(ended);
        history.end(ended);
        return ended;
    }

    /** The message that the shown branch ends with; null while there is none. */
    String leaf() {
        return tree.leaf(conversation.leafId());
    }

    /** The last of its kind in the shown branch. */
    Optional<Message> last(Message.Kind kind) {
        return path().reversed().stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** The calls of the last reply, if the shown branch ends with it. */
    List<ToolCall> callsWanted() {
        return tree.get(leaf()).map(Message::toolCalls).orElse(List.of());
    }

    /** Shows the branch that {@code messageId} stands in. */
    void show(String messageId) {
        var leaf = tree.leaf(messageId);
        if (leaf != null && !leaf.equals(conversation.leafId())) {
            conversation = conversation.withLeaf(leaf);
            if (kept) {
                history.change(id(), now -> now.withLeaf(leaf));
            }
        }
    }

    /**
     * Keeps what is typed and attached, and how it would be asked. An empty conversation without a draft is not kept, or no
     * longer.
     */
    void draft(String draft, Unsent waiting, Setup setup) {
        boolean blank = draft.isBlank() && waiting.pictures().isEmpty();
        boolean same = draft.equals(conversation.draft()) && setup.equals(conversation.setup());
        conversation = conversation.withDraft(draft).withSetup(setup);
        if (tree.isEmpty() && !conversation.titled()) {
            title(Titles.of(draft), false);
        }
        if (kept && tree.isEmpty() && blank && !conversation.titled()) {
            kept = false;
            history.delete(id());
            history.purge(id());
            // Under its old id it could be taken for the deleted one.
            conversation = Conversation.begin(UUID.randomUUID().toString(), clocks.now(), setup);
        } else if (kept && !same) {
            history.change(id(), now -> now.withDraft(draft).withSetup(setup));
        } else if (!blank) {
            keep();
        }
        if (kept && !waiting.equals(unsent)) {
            history.keepUnsent(id(), waiting);
        }
        unsent = waiting;
    }

    /** Gives it a title; blank for the one that its first question gives. */
    void rename(String words) {
        var first = path().stream().findFirst().map(Message::text).orElse("");
        title(words.isBlank() ? Titles.of(first) : words, !words.isBlank());
    }

    /** @param byUser true if the user gave it */
    private void title(String words, boolean byUser) {
        if (!words.equals(conversation.title()) || byUser != conversation.titled()) {
            conversation = conversation.withTitle(words, byUser);
            if (kept) {
                history.change(id(), now -> now.withTitle(words, byUser));
            }
        }
    }

    /** Shows the branch that {@code messageId} stands in, unless the shown one has it. */
    void reveal(String messageId) {
        if (path().stream().noneMatch(each -> each.id().equals(messageId))) {
            show(messageId);
        }
    }

    /** Takes over what was changed elsewhere: the title, and whether it is pinned. */
    void heard(Conversation read) {
        conversation = conversation.withTitle(read.title(), read.titled()).withPinned(read.pinned());
    }

    /** The same with messages that are not known here. */
    void heard(Conversation read, List<Message> messages) {
        heard(read);
        conversation = conversation.withChangedAt(read.changedAt());
        messages.stream().filter(each -> tree.get(each.id()).isEmpty()).forEach(tree::put);
    }

    /** A new conversation with all that was said up to {@code messageId}. */
    OpenConversation branch(String messageId, String title, Setup setup) {
        var branch = begin(history, clocks);
        branch.conversation = branch.conversation.withTitle(title, false).withSetup(setup);
        branch.keep();
        var ids = new HashMap<String, String>();
        for (var message : tree.path(messageId)) {
            ids.put(message.id(), UUID.randomUUID().toString());
            branch.add(new Message(ids.get(message.id()), branch.id(), ids.get(message.parentId()), message.kind(),
                    message.at(), message.text(), message.reasoning(), message.pictures(), message.toolCalls(),
                    message.toolCallId(), message.exchangeId(), message.state(), message.facts(), message.damaged()));
        }
        Optional.ofNullable(ids.get(messageId)).ifPresent(branch::show);
        return branch;
    }

    private void keep() {
        if (!kept) {
            kept = true;
            history.save(conversation);
        }
    }

    private void add(Message message) {
        tree.put(message);
        history.add(message);
        var now = clocks.now();
        conversation = conversation.withChangedAt(now);
        history.change(id(), each -> each.withChangedAt(now));
    }
}
