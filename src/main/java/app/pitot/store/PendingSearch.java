package app.pitot.store;

import app.pitot.history.Conversation;
import app.pitot.history.Hit;
import app.pitot.history.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Searches what the disk has not taken yet.
 *
 * @param homes finds a conversation as it is now
 */
record PendingSearch(SearchWords wanted, List<HistoryChange> waiting,
        Function<String, Optional<Conversation>> homes) {
    /** What waits comes first: it is the latest. Hits of what is deleted meanwhile go. */
    List<Hit> over(List<Hit> found, int limit) {
        var messages = new LinkedHashMap<String, Message>();
        for (var change : waiting) {
            switch (change) {
                case HistoryChange.Add add -> messages.putIfAbsent(add.message().id(), add.message());
                case HistoryChange.End end -> messages.put(end.message().id(), end.message());
                default -> {
                    // Nothing is said in it.
                }
            }
        }
        var hits = new ArrayList<Hit>();
        for (var message : messages.values()) {
            var home = homes.apply(message.conversationId());
            if (home.isPresent() && said(message)) {
                var excerpt = Excerpt.of(message.text(), wanted.words());
                if (excerpt == null) {
                    excerpt = Excerpt.beginning(message.text(), wanted.words());
                }
                hits.add(new Hit(message.conversationId(), message.id(), home.get().title(), message.at(),
                        excerpt.line(), excerpt.marks()));
            }
        }
        for (var hit : found) {
            if (!messages.containsKey(hit.messageId()) && homes.apply(hit.conversationId()).isPresent()) {
                hits.add(hit);
            }
        }
        return List.copyOf(hits.subList(0, Math.max(0, Math.min(limit, hits.size()))));
    }

    private boolean said(Message message) {
        return !wanted.words().isEmpty() && message.state() != Message.State.STREAMING
                && wanted.words().stream().allMatch(word -> Excerpt.of(message.text(), List.of(word)) != null
                        || Excerpt.of(message.reasoning(), List.of(word)) != null);
    }
}
