package app.pitot.quota;

/**
 * A prompt whose tokens the provider counted.
 *
 * @param size never null
 * @param tokens more than 0
 */
public record PromptSample(PromptSize size, long tokens) {
    /** False for what no provider can have counted. */
    public boolean sane() {
        return tokens > 0 && size.narrow() >= 0 && size.wide() >= 0 && size.blanks() >= 0 && size.marks() >= 0
                && size.blanks() + size.marks() <= size.narrow() && size.rest() >= 0
                && Double.isFinite(size.rest());
    }
}
