package app.pitot.quota;

/**
 * A prompt whose tokens the provider counted.
 *
 * @param size never null
 * @param tokens more than 0
 */
public record PromptSample(PromptSize size, long tokens) {}
