package app.pitot.api;

import java.util.List;

/**
 * One turn of a conversation, as sent.
 *
 * @param text never null; may be empty for a turn that is only pictures or tool calls
 * @param images only with {@code USER}
 * @param toolCalls only with {@code ASSISTANT}: the calls that the model asked for
 * @param toolCallId only with {@code TOOL}: the call whose result the text is; null otherwise
 */
public record ChatMessage(Role role, String text, List<ChatImage> images, List<ToolCall> toolCalls,
        String toolCallId) {
    public ChatMessage {
        images = List.copyOf(images);
        toolCalls = List.copyOf(toolCalls);
    }

    /** Text alone. */
    public ChatMessage(Role role, String text) {
        this(role, text, List.of(), List.of(), null);
    }

    public enum Role {
        SYSTEM, USER, ASSISTANT, TOOL;

        /** As the wire spells it. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
