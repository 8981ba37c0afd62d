package app.pitot.history;

import app.pitot.exchange.TextTap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A history over another, of which a test changes a part. */
public class ForwardingHistory implements History {
    private final History kept;

    public ForwardingHistory(History kept) {
        this.kept = kept;
    }

    @Override
    public List<Conversation> conversations() {
        return kept.conversations();
    }

    @Override
    public Optional<Conversation> conversation(String id) {
        return kept.conversation(id);
    }

    @Override
    public Unsent unsent(String conversationId) {
        return kept.unsent(conversationId);
    }

    @Override
    public void keepUnsent(String conversationId, Unsent unsent) {
        kept.keepUnsent(conversationId, unsent);
    }

    @Override
    public List<Message> messages(String conversationId) {
        return kept.messages(conversationId);
    }

    @Override
    public List<Hit> search(String words, int limit) {
        return kept.search(words, limit);
    }

    @Override
    public String searchNote(String words) {
        return kept.searchNote(words);
    }

    @Override
    public boolean damaged(String conversationId) {
        return kept.damaged(conversationId);
    }

    @Override
    public void lookForDamage() {
        kept.lookForDamage();
    }

    @Override
    public List<Preset> presets() {
        return kept.presets();
    }

    @Override
    public Set<String> taken(Collection<String> ids) {
        return kept.taken(ids);
    }

    @Override
    public void save(Conversation conversation) {
        kept.save(conversation);
    }

    @Override
    public void change(String conversationId, UnaryOperator<Conversation> change) {
        kept.change(conversationId, change);
    }

    @Override
    public void add(Message message) {
        kept.add(message);
    }

    @Override
    public TextTap tap(String messageId) {
        return kept.tap(messageId);
    }

    @Override
    public void end(Message message) {
        kept.end(message);
    }

    @Override
    public void delete(String conversationId) {
        kept.delete(conversationId);
    }

    @Override
    public void restore(String conversationId) {
        kept.restore(conversationId);
    }

    @Override
    public void purge(String conversationId) {
        kept.purge(conversationId);
    }

    @Override
    public void savePreset(Preset preset) {
        kept.savePreset(preset);
    }

    @Override
    public void deletePreset(String name) {
        kept.deletePreset(name);
    }

    @Override
    public void onChange(Consumer<String> told) {
        kept.onChange(told);
    }

    @Override
    public void refresh() {
        kept.refresh();
    }

    @Override
    public void close() {
        kept.close();
    }
}
