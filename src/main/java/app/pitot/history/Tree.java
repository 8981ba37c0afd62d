package app.pitot.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of one conversation and the branches that they make. A message whose parent is unknown begins a branch;
 * parents that lead in a circle, as only damage can make them, end one. Not thread-safe.
 */
public final class Tree {
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();

    /** Of no messages. */
    public Tree() {}

    /** @param added in the order in which they were added */
    public Tree(List<Message> added) {
        added.forEach(this::put);
    }

    /** Adds a message, or puts it in the place of the one with its id, whose parent is then the same. */
    public void put(Message message) {
        if (messages.put(message.id(), message) == null) {
            children.computeIfAbsent(message.parentId(), _ -> new ArrayList<>()).add(message.id());
        }
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** All of them, in the order in which they were added. */
    public List<Message> all() {
        return List.copyOf(messages.values());
    }

    public Optional<Message> get(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** From the first message of a branch to {@code id}; empty if there is no such message. */
    public List<Message> path(String id) {
        var path = new ArrayList<Message>();
        var seen = new HashSet<String>();
        for (var at = messages.get(id); at != null && seen.add(at.id()); at = messages.get(at.parentId())) {
            path.add(at);
        }
        return path.reversed();
    }

    /** Those that follow {@code id} at once, the first added first; null for those that begin a branch. */
    public List<Message> children(String id) {
        return children.getOrDefault(id, List.of()).stream().map(messages::get).toList();
    }

    /** {@code id} and every other message with its parent, the first added first. */
    public List<Message> versions(String id) {
        var message = messages.get(id);
        return message == null ? List.of() : children(message.parentId());
    }

    /**
     * The end of the branch that {@code id} stands in: below it, the one added last at each fork. For an unknown id or null
     * the end of the newest branch; null only if there is no message at all.
     */
    public String leaf(String id) {
        var at = messages.containsKey(id) ? id : messages.isEmpty() ? null : all().getLast().id();
        var seen = new HashSet<String>();
        while (at != null && seen.add(at) && children.containsKey(at)) {
            at = children.get(at).getLast();
        }
        return at;
    }
}
