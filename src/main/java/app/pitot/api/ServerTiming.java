package app.pitot.api;

/**
 * Durations in seconds by the provider's own clock; null where it did not say.
 *
 * @param totalSeconds with the queue, also for providers that leave it out of their own total
 */
public record ServerTiming(Double queueSeconds, Double promptSeconds, Double completionSeconds, Double totalSeconds) {}
