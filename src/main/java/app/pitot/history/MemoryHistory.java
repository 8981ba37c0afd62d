package app.pitot.history;

import app.pitot.api.Delta;
import app.pitot.exchange.TextTap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Keeps conversations for as long as the app runs, where the disk is not to be touched. */
public final class MemoryHistory implements History {
    private static final int EXCERPT = 80;

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    // All guarded by this.
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Unsent> unsent = new LinkedHashMap<>();
    private final Map<String, Preset> presets = new TreeMap<>();

    @Override
    public synchronized List<Conversation> conversations() {
        return conversations.values().stream().filter(each -> !deleted.contains(each.id()))
                .sorted(Comparator.comparing(Conversation::pinned).thenComparing(Conversation::changedAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Conversation> conversation(String id) {
        return deleted.contains(id) ? Optional.empty() : Optional.ofNullable(conversations.get(id));
    }

    @Override
    public synchronized Optional<Spot> reply(String exchangeId) {
        return messages.values().stream()
                .filter(each -> exchangeId.equals(each.exchangeId()) && !deleted.contains(each.conversationId()))
                .findFirst().map(each -> new Spot(each.conversationId(), each.id()));
    }

    @Override
    public synchronized List<Message> messages(String conversationId) {
        return messages.values().stream().filter(each -> each.conversationId().equals(conversationId)).toList();
    }

    @Override
    public synchronized List<Hit> search(String words, int limit) {
        var wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var hits = new ArrayList<Hit>();
        for (var message : messages.values()) {
            var said = message.text().toLowerCase(Locale.ROOT);
            var home = conversation(message.conversationId());
            if (home.isPresent() && hits.size() < limit && List.of(wanted).stream().allMatch(said::contains)) {
                int at = said.indexOf(wanted[0]);
                var excerpt = message.text().substring(at, Math.min(message.text().length(), at + EXCERPT));
                hits.add(new Hit(message.conversationId(), message.id(), home.get().title(), message.at(), excerpt,
                        List.of(new Hit.Mark(0, Math.min(wanted[0].length(), excerpt.length())))));
            }
        }
        return hits;
    }

    @Override
    public synchronized List<Preset> presets() {
        return List.copyOf(presets.values());
    }

    @Override
    public synchronized Set<String> taken(Collection<String> ids) {
        return ids.stream().filter(each -> conversations.containsKey(each) || messages.containsKey(each))
                .collect(Collectors.toSet());
    }

    @Override
    public void save(Conversation conversation) {
        synchronized (this) {
            conversations.put(conversation.id(), conversation);
        }
        tell(conversation.id());
    }

    @Override
    public void change(String conversationId, UnaryOperator<Conversation> change) {
        synchronized (this) {
            conversations.computeIfPresent(conversationId, (_, now) -> change.apply(now));
        }
        tell(conversationId);
    }

    @Override
    public synchronized Unsent unsent(String conversationId) {
        return unsent.getOrDefault(conversationId, Unsent.NONE);
    }

    @Override
    public void keepUnsent(String conversationId, Unsent waiting) {
        synchronized (this) {
            if (conversations.containsKey(conversationId)) {
                unsent.put(conversationId, waiting);
            }
        }
        tell(conversationId);
    }

    @Override
    public void add(Message message) {
        put(message);
    }

    @Override
    public TextTap tap(String messageId) {
        return (delta, buffer, offset, length) -> append(messageId, delta, new String(buffer, offset, length));
    }

    @Override
    public void end(Message message) {
        put(message);
    }

    @Override
    public void delete(String conversationId) {
        synchronized (this) {
            deleted.add(conversationId);
        }
        tell(conversationId);
    }

    @Override
    public void restore(String conversationId) {
        synchronized (this) {
            deleted.remove(conversationId);
        }
        tell(conversationId);
    }

    @Override
    public synchronized void purge(String conversationId) {
        if (deleted.remove(conversationId)) {
            conversations.remove(conversationId);
            unsent.remove(conversationId);
            messages.values().removeIf(each -> each.conversationId().equals(conversationId));
        }
    }

    @Override
    public synchronized void savePreset(Preset preset) {
        presets.put(preset.name(), preset);
    }

    @Override
    public synchronized void deletePreset(String name) {
        presets.remove(name);
    }

    @Override
    public void onChange(Consumer<String> told) {
        listeners.add(told);
    }

    @Override
    public void close() {}

    private void put(Message message) {
        synchronized (this) {
            messages.put(message.id(), message);
        }
        tell(message.conversationId());
    }

    private synchronized void append(String id, Delta delta, String more) {
        messages.computeIfPresent(id, (_, m) -> m.state() != Message.State.STREAMING
                ? m
                : new Message(m.id(), m.conversationId(), m.parentId(), m.kind(), m.at(),
                        delta == Delta.ANSWER ? m.text() + more : m.text(),
                        delta == Delta.REASONING ? m.reasoning() + more : m.reasoning(), m.pictures(), m.toolCalls(),
                        m.toolCallId(), m.exchangeId(), m.state(), m.facts(), m.damaged()));
    }

    private void tell(String id) {
        listeners.forEach(each -> each.accept(id));
    }
}
