package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Sizes of prompts, with those of long texts kept for as long as somebody else keeps the text: a conversation is looked at with
 * every key stroke, and grows at its end. Safe from any thread.
 */
final class PromptSizes {
    /** Shorter ones are counted as fast as they are found. */
    private static final int LONG = 512;

    private final Map<String, PromptSize> known = new WeakHashMap<>();

    PromptSize of(List<ChatMessage> messages) {
        return PromptSize.of(messages, this::of);
    }

    /** With the tools and the schema that go along. */
    PromptSize of(ChatRequest request) {
        return PromptSize.of(request, this::of);
    }

    private synchronized PromptSize of(String text) {
        return text.length() < LONG ? PromptSize.of(text) : known.computeIfAbsent(text, PromptSize::of);
    }
}
