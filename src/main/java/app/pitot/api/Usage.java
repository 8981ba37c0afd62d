package app.pitot.api;

/** Token counts as the provider reported them; null where it did not say. */
public record Usage(Integer promptTokens, Integer completionTokens, Integer totalTokens, Integer cachedTokens,
        Integer reasoningTokens) {}
