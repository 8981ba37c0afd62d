package app.pitot.api;

import java.util.List;

/**
 * What the user asks for.
 *
 * @param model id, never blank
 * @param messages oldest first, never empty
 * @param parameters only what is set in them is sent
 */
public record ChatRequest(String model, List<ChatMessage> messages, ChatParameters parameters) {
    public ChatRequest {
        messages = List.copyOf(messages);
    }

    /**
     * With no more than these two parameters.
     *
     * @param temperature 0 to 2, or null
     * @param maxTokens at least 1, or null
     */
    public ChatRequest(String model, List<ChatMessage> messages, Double temperature, Integer maxTokens) {
        this(model, messages, ChatParameters.of(temperature, maxTokens));
    }

    /** 0 to 2, or null. */
    public Double temperature() {
        return parameters.temperature();
    }

    /** Cap on the completion, at least 1, or null. */
    public Integer maxTokens() {
        return parameters.maxTokens();
    }
}
