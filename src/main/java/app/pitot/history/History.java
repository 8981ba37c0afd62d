package app.pitot.history;

import app.pitot.exchange.TextTap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps every conversation. What reads blocks on the disk: never on the JavaFX thread. What writes returns at once and is
 * done in the order of the calls, and in one order with the ledger's rows: a message that was added before an exchange was
 * started is on the disk before that exchange's request leaves. What cannot be written waits in memory and in a journal;
 * failures are reported, never thrown. Safe from any thread.
 */
public interface History extends AutoCloseable {
    /** All that are not deleted: pinned ones first, then the last changed first. */
    List<Conversation> conversations();

    /** Empty if there is none, or it was deleted. */
    Optional<Conversation> conversation(String id);

    /** All messages of all branches, in the order in which they were added. */
    List<Message> messages(String conversationId);

    /**
     * Where {@code words} were said, in titles, questions, replies and reasoning, the best first. Every word must be there,
     * the last one may be the beginning of one; letters' case and accents do not matter. Anything at all may be in
     * {@code words}; symbols count only where nothing but symbols is asked for.
     *
     * @throws SearchFailedException if not all that is kept could be searched
     */
    List<Hit> search(String words, int limit);

    /** How far a search for {@code words} looks, in words for the user; empty if it looks everywhere. */
    default String searchNote(String words) {
        return "";
    }

    /** True if something of this conversation is known not to be what was written. */
    default boolean damaged(String conversationId) {
        return false;
    }

    /**
     * Reads everything to find what is not what was written. Each conversation that is found is told as changed. Blocks for
     * as long as the disk takes; who reads or writes meanwhile is not kept waiting.
     */
    default void lookForDamage() {}

    /** By name. */
    List<Preset> presets();

    /**
     * Which of {@code ids} some conversation or message has already, deleted ones included. Blocks until all that was
     * written before is done or waits for the disk to have room.
     */
    Set<String> taken(Collection<String> ids);

    /** Makes it or replaces what is kept of it, messages apart. */
    void save(Conversation conversation);

    /**
     * Changes a conversation as it then is, so that whoever renames it and whoever writes in it cannot undo each other's
     * change. Does nothing if there is none.
     *
     * @param change keeps the id; runs on another thread, perhaps more than once
     */
    void change(String conversationId, UnaryOperator<Conversation> change);

    /** What waits there to be sent, beside the text of the draft. */
    Unsent unsent(String conversationId);

    /** Keeps that in the place of what was kept of it. Does nothing if there is no such conversation. */
    void keepUnsent(String conversationId, Unsent unsent);

    /** Adds a message that has not been added before. */
    void add(Message message);

    /** Keeps the text of a reply that was added as {@code STREAMING}: on the disk within half a second of its arrival. */
    TextTap tap(String messageId);

    /**
     * Puts a message's final state in the place of what is kept of it. For a reply of an exchange the ledger has done so
     * already, in one transaction with its own row; then this changes nothing.
     */
    void end(Message message);

    /** Takes it out of lists and search; {@link #restore} brings it back until {@link #purge}. */
    void delete(String conversationId);

    /** Undoes {@link #delete}. */
    void restore(String conversationId);

    /** Where the reply of an exchange stands; empty if it is in no conversation, or that was deleted. */
    default Optional<Spot> reply(String exchangeId) {
        return Optional.empty();
    }

    /** A message's place. */
    record Spot(String conversationId, String messageId) {}

    /** Removes what was deleted, so that no trace is left in the database and its side files. */
    void purge(String conversationId);

    void savePreset(Preset preset);

    void deletePreset(String name);

    /** Called on any thread with the id of each conversation of which something changed. */
    void onChange(Consumer<String> told);

    /** Looks whether another running Pitot changed something, which is then told as any change is. Returns at once. */
    default void refresh() {}

    /** Writes what is outstanding. */
    @Override
    void close();
}
