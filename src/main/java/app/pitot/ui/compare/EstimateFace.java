package app.pitot.ui.compare;

/**
 * What a run would need.
 *
 * @param how in how many rounds and in what order, in words
 * @param need requests, tokens and time, in words; empty while that cannot be told
 * @param trouble what must be mended before it can start, a sentence; empty if nothing
 * @param caution what it would exceed, or what of it would be refused, a sentence; empty if nothing
 */
public record EstimateFace(String how, String need, String trouble, String caution) {
    /** True if it can start. */
    public boolean ready() {
        return trouble.isEmpty();
    }
}
