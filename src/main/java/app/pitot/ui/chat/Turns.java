package app.pitot.ui.chat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the model is told of a branch. A question that got no answer at all is left out once another one follows, and so is
 * one of which question or answer is damaged; an answer that was cut or stopped stays in. Of tool calls only those with a
 * result are told, as no provider takes others.
 */
final class Turns {
    private Turns() {}

    /**
     * @param systemPrompt left out if blank
     * @param path from the first message to the one that is to be answered
     */
    static List<ChatMessage> of(String systemPrompt, List<Message> path) {
        var turns = new ArrayList<ChatMessage>(path.size() + 1);
        if (!systemPrompt.isBlank()) {
            turns.add(new ChatMessage(Role.SYSTEM, systemPrompt));
        }
        for (int i = 0; i < path.size(); i++) {
            int end = i;
            while (end < path.size() && path.get(end).kind() != Message.Kind.REPLY) {
                end++;
            }
            boolean open = end == path.size();
            if (open || path.subList(i, end + 1).stream().noneMatch(Message::damaged)) {
                add(turns, path, i, Math.min(end + 1, path.size()));
            }
            i = end;
        }
        return turns;
    }

    /** One question, or the results of tools, with the reply that it got, unless that is empty. */
    private static void add(List<ChatMessage> turns, List<Message> path, int from, int to) {
        var last = path.get(to - 1);
        var told = last.kind() == Message.Kind.REPLY ? reply(path, to) : null;
        if (last.kind() == Message.Kind.REPLY && told == null) {
            return;
        }
        path.subList(from, told == null ? to : to - 1).forEach(asked -> turns.add(asked(asked)));
        if (told != null) {
            turns.add(told);
        }
    }

    private static ChatMessage asked(Message message) {
        return message.kind() == Message.Kind.TOOL_RESULT
                ? new ChatMessage(Role.TOOL, message.text(), List.of(), List.of(), message.toolCallId())
                : new ChatMessage(Role.USER, message.text(), message.pictures().stream().map(Picture::image).toList(),
                        List.of(), null);
    }

    /** @param next index of the message behind it */
    private static ChatMessage reply(List<Message> path, int next) {
        var reply = path.get(next - 1);
        var results = path.subList(next, path.size()).stream()
                .takeWhile(message -> message.kind() == Message.Kind.TOOL_RESULT).map(Message::toolCallId)
                .collect(Collectors.toSet());
        var calls = reply.toolCalls().stream().filter(call -> results.contains(call.id())).toList();
        return reply.text().isEmpty() && calls.isEmpty()
                ? null
                : new ChatMessage(Role.ASSISTANT, reply.text(), List.of(), calls, null);
    }
}
