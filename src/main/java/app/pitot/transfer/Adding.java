package app.pitot.transfer;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Adds what a survey decided. As long as it is at work, what it added counts as deleted, so that nobody sees half an
 * import and a crash leaves nothing that is not cleared away; {@link #commit} shows all of it, {@link #undo} removes it.
 */
final class Adding implements Taking {
    private static final int AT_ONCE = 200;
    private static final long CHARACTERS_AT_ONCE = 4 << 20;

    /** What counts as deleted for an hour may be cleared away by the next Pitot that starts. */
    private static final Duration ANEW = Duration.ofMinutes(10);

    private final History history;
    private final Clocks clocks;
    private final List<Survey.Entry> plan;
    private final String salt;
    private final List<String> staged = new ArrayList<>();
    private final List<String> batch = new ArrayList<>();
    private long characters;
    private Instant stagedAt;
    private Survey.Entry now;
    private int next;
    private int messages;

    /** @param salt makes new ids of old ones, the same of the same */
    Adding(History history, Clocks clocks, List<Survey.Entry> plan, String salt) {
        this.history = history;
        this.clocks = clocks;
        this.stagedAt = clocks.now();
        this.plan = plan;
        this.salt = salt;
    }

    /** How many messages were added. */
    int messages() {
        return messages;
    }

    @Override
    public void conversation(Conversation conversation) throws IOException {
        now = next < plan.size() ? plan.get(next++) : null;
        if (now == null || !now.header().id().equals(conversation.id())) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.changed"));
        }
        if (now.verdict() != Survey.Verdict.KNOWN) {
            var header = header(now.header());
            staged.add(header.id());
            history.save(header);
            history.delete(header.id());
        }
    }

    @Override
    public void message(Message message) throws IOException {
        if (now.verdict() == Survey.Verdict.KNOWN) {
            return;
        }
        var added = new Message(id(message.id()), id(message.conversationId()), id(message.parentId()), message.kind(),
                message.at(), message.text(), message.reasoning(), message.pictures(), message.toolCalls(),
                message.toolCallId(), message.exchangeId(), message.state(), message.facts(), message.damaged());
        history.add(added);
        messages++;
        batch.add(added.id());
        characters += message.text().length() + message.reasoning().length();
        message.pictures().forEach(each -> characters += each.image().bytes().length);
        if (batch.size() >= AT_ONCE || characters > CHARACTERS_AT_ONCE) {
            settle();
        }
    }

    @Override
    public void ended(Conversation header) throws IOException {
        settle();
    }

    /** @throws IOException if something of it was cleared away meanwhile: then nothing is shown */
    void commit() throws IOException {
        if (!history.taken(staged).containsAll(staged)) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.store"));
        }
        staged.forEach(history::restore);
    }

    void undo() {
        staged.forEach(history::purge);
    }

    /** Waits until the history has them, so that a large file never piles up in memory. */
    private void settle() throws IOException {
        if (Duration.between(stagedAt, clocks.now()).abs().compareTo(ANEW) > 0) {
            stagedAt = clocks.now();
            staged.forEach(history::delete);
        }
        if (!batch.isEmpty() && !history.taken(batch).containsAll(batch)) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.store"));
        }
        batch.clear();
        characters = 0;
    }

    private Conversation header(Conversation of) {
        return new Conversation(id(of.id()), of.title(), of.titled(), of.pinned(), of.createdAt(), of.changedAt(),
                id(of.leafId()), of.draft(), of.setup());
    }

    private String id(String id) {
        return id == null || now.verdict() != Survey.Verdict.COPY
                ? id
                : UUID.nameUUIDFromBytes((salt + next + ' ' + id).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
