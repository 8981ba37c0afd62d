package app.pitot.ui.chat;

import app.pitot.history.Message;
import app.pitot.history.Tree;
import app.pitot.ui.transcript.Entry;
import app.pitot.ui.transcript.MessageAction;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.ToolCalls;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.Versions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A branch of a conversation in the transcript: rows that are the same before and after a change stay. */
final class ShownBranch {
    private final TranscriptModel transcript;
    private final Function<Message, LiveReply> live;
    private final Function<Message, List<MessageAction>> actions;
    private final Function<Message, Versions> versions;
    private final Consumer<List<String>> results;
    private final Runnable resultTyped;
    private final List<Message> path = new ArrayList<>();
    private final List<app.pitot.ui.transcript.Message> rows = new ArrayList<>();
    /** Results that were typed and not sent, by the id of the reply that wants them. */
    private final Map<String, List<String>> typed = new HashMap<>();
    private final Set<ToolCalls> heard = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * @param live what still streams into a message; null for nothing
     * @param actions what can be done with a message
     * @param versions its other versions; null for none
     * @param results takes one result for each call of the last reply, in their order; null where none can be
     *     entered
     * @param resultTyped called at every change of such a result
     */
    ShownBranch(TranscriptModel transcript, Function<Message, LiveReply> live,
            Function<Message, List<MessageAction>> actions, Function<Message, Versions> versions,
            Consumer<List<String>> results, Runnable resultTyped) {
        this.transcript = transcript;
        this.live = live;
        this.actions = actions;
        this.versions = versions;
        this.results = results;
        this.resultTyped = resultTyped;
    }

    /** Shows {@code now} from its first message to its last. */
    void show(List<Message> now) {
        int same = 0;
        while (same < Math.min(path.size(), now.size()) && path.get(same).id().equals(now.get(same).id())) {
            same++;
        }
        cut(same);
        add(now.subList(same, now.size()));
        path.clear();
        path.addAll(now);
        dress();
    }

    /** Shows all anew, also what looks the same. */
    void showAnew(List<Message> now) {
        cut(0);
        path.clear();
        show(now);
    }

    /** Results that were typed and not sent, of replies in {@code tree}, by their ids. */
    Map<String, List<String>> typed(Tree tree) {
        var all = new HashMap<>(typed);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ReplyRows reply && CallResults.open(reply.toolCalls())) {
                all.put(path.get(i).id(), CallResults.typed(reply.toolCalls()));
            }
        }
        all.entrySet().removeIf(each -> tree.get(each.getKey()).isEmpty()
                || each.getValue().stream().allMatch(String::isBlank));
        return all;
    }

    /** Takes results that were typed before, to show them with the replies that want them. */
    void recall(Map<String, List<String>> before) {
        typed.putAll(before);
    }

    /** Its messages as they were when they were shown. */
    List<Message> path() {
        return List.copyOf(path);
    }

    /** Takes {@code message} in the place of the one with its id; its rows stay as they are. */
    void replace(Message message) {
        path.replaceAll(each -> each.id().equals(message.id()) ? message : each);
        dress();
    }

    /** The rows of the message {@code id}; null if it is not shown. */
    app.pitot.ui.transcript.Message rows(String id) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).id().equals(id)) {
                return rows.get(i);
            }
        }
        return null;
    }

    /** The rows of the last message if that is a reply; else null. */
    ReplyRows lastReply() {
        return !rows.isEmpty() && path.getLast().kind() == Message.Kind.REPLY
                && rows.getLast() instanceof ReplyRows reply ? reply : null;
    }

    private void cut(int from) {
        for (int i = from; i < rows.size(); i++) {
            if (rows.get(i) instanceof ReplyRows reply && CallResults.open(reply.toolCalls())) {
                typed.put(path.get(i).id(), CallResults.typed(reply.toolCalls()));
            }
        }
        if (from == 0) {
            rows.clear();
            transcript.clear();
        } else if (from < rows.size()) {
            transcript.cut(rows.get(from));
            rows.subList(from, rows.size()).clear();
        }
    }

    private void add(List<Message> added) {
        int shown = transcript.messages().size();
        var entries = new ArrayList<Entry>();
        LiveReply running = null;
        for (int i = 0; i < added.size() && running == null; i++) {
            running = live.apply(added.get(i));
            if (running == null) {
                entries.add(ReplyWords.entry(added.get(i), i == added.size() - 1));
            }
        }
        transcript.add(entries);
        if (running != null) {
            running.show(transcript.addReply(running.model()));
        }
        var all = transcript.messages();
        rows.addAll(all.subList(shown, all.size()));
    }

    private void dress() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).actions().set(actions.apply(path.get(i)));
            rows.get(i).versions().set(versions.apply(path.get(i)));
            if (rows.get(i) instanceof ReplyRows reply && reply.toolCalls() != null) {
                CallResults.show(reply.toolCalls(), path, i, results);
                var before = typed.remove(path.get(i).id());
                if (heard.add(reply.toolCalls())) {
                    reply.toolCalls().calls().forEach(each -> each.result().subscribe((_, _) -> resultTyped.run()));
                }
                if (before != null && CallResults.open(reply.toolCalls())) {
                    CallResults.type(reply.toolCalls(), before);
                }
            }
        }
    }
}
