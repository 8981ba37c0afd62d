package app.pitot.api;

import java.util.List;

/**
 * What the user asks for. Null fields are not sent.
 *
 * @param model id, never blank
 * @param messages oldest first, never empty
 * @param temperature 0 to 2, or null
 * @param maxTokens cap on the completion, at least 1, or null
 */
public record ChatRequest(String model, List<ChatMessage> messages, Double temperature, Integer maxTokens) {
    public ChatRequest {
        messages = List.copyOf(messages);
    }
}
