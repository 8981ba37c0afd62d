package app.pitot.store;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Preset;
import app.pitot.history.Unsent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How changes of the history that the disk has not taken yet are laid over what was read. */
final class PendingChanges {
    private PendingChanges() {}

    /** @param disk in order; a deleted one has a row that says so */
    static List<Conversation> conversations(Collection<ConversationRow> disk, List<HistoryChange> waiting) {
        var found = new LinkedHashMap<String, Conversation>();
        var deleted = new HashSet<String>();
        for (var row : disk) {
            found.put(row.id(), row.conversation());
            if (row.deleted() != null) {
                deleted.add(row.id());
            }
        }
        for (var each : waiting) {
            switch (each) {
                case HistoryChange.Save save -> found.put(save.conversation().id(), save.conversation());
                case HistoryChange.Change change -> found.computeIfPresent(change.id(),
                        (_, now) -> change.change().apply(now));
                case HistoryChange.Delete delete -> {
                    if (found.containsKey(delete.id())) {
                        deleted.add(delete.id());
                    }
                }
                case HistoryChange.Restore restore -> deleted.remove(restore.id());
                case HistoryChange.Purge purge -> {
                    if (deleted.remove(purge.id())) {
                        found.remove(purge.id());
                    }
                }
                default -> {
                    // Of messages and presets.
                }
            }
        }
        found.keySet().removeAll(deleted);
        return new ArrayList<>(found.values());
    }

    /** @param deleted true if the disk says so of their conversation */
    static List<Message> messages(String conversation, Collection<Message> disk, boolean deleted,
            List<HistoryChange> waiting) {
        var found = new LinkedHashMap<String, Message>();
        disk.forEach(each -> found.put(each.id(), each));
        boolean gone = deleted;
        for (var change : waiting) {
            switch (change) {
                case HistoryChange.Add add when add.message().conversationId().equals(conversation) ->
                    found.putIfAbsent(add.message().id(), add.message());
                case HistoryChange.End end when end.message().conversationId().equals(conversation) ->
                    found.put(end.message().id(), end.message());
                case HistoryChange.Delete delete when delete.id().equals(conversation) -> gone = true;
                case HistoryChange.Restore restore when restore.id().equals(conversation) -> gone = false;
                case HistoryChange.Purge purge when purge.id().equals(conversation) -> {
                    if (gone) {
                        found.clear();
                    }
                    gone = false;
                }
                default -> {
                    // Of others.
                }
            }
        }
        return List.copyOf(found.values());
    }

    static Unsent unsent(String conversation, Unsent disk, List<HistoryChange> waiting) {
        var found = disk;
        for (var change : waiting) {
            if (change instanceof HistoryChange.KeepUnsent keep && keep.id().equals(conversation)) {
                found = keep.unsent();
            }
        }
        return found;
    }

    static List<Preset> presets(List<Preset> disk, List<HistoryChange> waiting) {
        Map<String, Preset> found = new TreeMap<>();
        disk.forEach(each -> found.put(each.name(), each));
        for (var change : waiting) {
            if (change instanceof HistoryChange.SavePreset save) {
                found.put(save.preset().name(), save.preset());
            } else if (change instanceof HistoryChange.DeletePreset delete) {
                found.remove(delete.name());
            }
        }
        return List.copyOf(found.values());
    }
}
