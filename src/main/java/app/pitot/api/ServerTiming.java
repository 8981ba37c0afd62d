package app.pitot.api;

/** Durations in seconds by the provider's own clock; null where it did not say. */
public record ServerTiming(Double queueSeconds, Double promptSeconds, Double completionSeconds, Double totalSeconds) {}
