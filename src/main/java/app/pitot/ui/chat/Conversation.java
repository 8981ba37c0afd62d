package app.pitot.ui.chat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The turns that the model is told of. A question that got no answer at all is left out of the next request; an answer
 * that was cut or stopped stays in. Not thread-safe.
 */
final class Conversation {
    private final List<ChatMessage> turns = new ArrayList<>();

    /** The messages of a request that asks {@code question} now; a blank system prompt is left out. */
    List<ChatMessage> asking(String systemPrompt, String question) {
        var messages = new ArrayList<ChatMessage>(turns.size() + 2);
        if (!systemPrompt.isBlank()) {
            messages.add(new ChatMessage(Role.SYSTEM, systemPrompt));
        }
        messages.addAll(turns);
        messages.add(new ChatMessage(Role.USER, question));
        return messages;
    }

    void answered(String question, String answer) {
        turns.add(new ChatMessage(Role.USER, question));
        turns.add(new ChatMessage(Role.ASSISTANT, answer));
    }

    /** Forgets the last turn if it was {@code question}: it is being asked again. */
    void retract(String question) {
        int at = turns.size() - 2;
        if (at >= 0 && turns.get(at).text().equals(question)) {
            turns.subList(at, at + 2).clear();
        }
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    void clear() {
        turns.clear();
    }
}
